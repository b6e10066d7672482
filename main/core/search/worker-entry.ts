import { parentPort } from 'node:worker_threads';
import { serveSearch } from './worker.ts';

if (parentPort) serveSearch(parentPort);
