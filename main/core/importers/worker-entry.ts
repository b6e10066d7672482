import { parentPort } from 'node:worker_threads';
import { serveImport } from './worker.ts';

if (parentPort) serveImport(parentPort);
