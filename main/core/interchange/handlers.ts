import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LecternError } from '../../shared/errors.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { writeDurably } from '../library/durable-file.ts';
import { SerialQueue } from '../library/serial-queue.ts';
import { collectWebAnnotations } from './collect.ts';
import { importAnnotations } from './import-annotations.ts';
import { readJson } from './read-json.ts';
import { parseInterchange, type Interchange } from './web-annotation.ts';
import { phrase } from '../../shared/messages/phrase.ts';

export function interchangeHandlers(core: Core): AreaHandlers<'interchange'> {
  const imports = new SerialQueue();
  return {
    'interchange.export': async ({ path: given }) => {
      const path = resolve(given);
      const { document, ...counts } = await collectWebAnnotations(core);
      const text = `${JSON.stringify(document, null, 2)}\n`;
      // What would be the same isn't written: sync services and backups go by that.
      const before = await readFile(path, 'utf8').catch(() => null);
      if (before !== text) await writeDurably(path, text);
      return { path, ...counts };
    },
    'interchange.import': ({ path }) =>
      imports.run(async () => importAnnotations(core, await readInterchange(path))),
  };
}

/** @throws LecternError unreadable, bad_input */
async function readInterchange(path: string): Promise<Interchange> {
  const interchange = parseInterchange(await readJson(path));
  if (interchange !== null) return interchange;
  throw new LecternError('bad_input', phrase('error.noWebAnnotations', { path }));
}
