import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { openSearchIndex } from '../../../main/core/search/worker-client.ts';
import { documentWith } from './documents.ts';

it('answers from a real thread, bundled as in the application', async () => {
  const root = await mkdtemp(join(tmpdir(), 'lectern-search-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(import.meta.dirname, '../../../main/core/search/worker-entry.ts'),
      outDir: root,
      rollupOptions: { output: { format: 'es', entryFileNames: 'worker.mjs' } },
    },
    ssr: { noExternal: true },
  });
  const open = () =>
    openSearchIndex({
      folder: join(root, 'index'),
      spawn: () => new Worker(join(root, 'worker.mjs')),
    });
  const first = await open();
  await first.add([documentWith('a', { body: 'Café' })]);
  await first.close();
  const second = await open();
  expect((await second.query({ text: 'cafe', limit: 1 })).hits).toMatchObject([{ articleId: 'a' }]);
  await expect(second.query({ text: 'x:y', limit: 1 })).rejects.toMatchObject({ start: 0, end: 1 });
  await second.close();
  await rm(root, { recursive: true });
});
