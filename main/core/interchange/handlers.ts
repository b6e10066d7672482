import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LecternError } from '../../shared/errors.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { writeDurably } from '../library/durable-file.ts';
import { unreadable } from '../library/file-error.ts';
import { SerialQueue } from '../library/serial-queue.ts';
import { collectWebAnnotations } from './collect.ts';
import { importAnnotations } from './import-annotations.ts';
import { parseInterchange, type Interchange } from './web-annotation.ts';
import { phrase } from '../../shared/messages/phrase.ts';

export function interchangeHandlers(core: Core): AreaHandlers<'interchange'> {
  const imports = new SerialQueue();
  return {
    'interchange.export': async ({ path: given }) => {
      const path = resolve(given);
      const { document, ...counts } = await collectWebAnnotations(core);
      await writeDurably(path, `${JSON.stringify(document, null, 2)}\n`);
      return { path, ...counts };
    },
    'interchange.import': ({ path }) =>
      imports.run(async () => importAnnotations(core, await readInterchange(path))),
  };
}

/** @throws LecternError unreadable, bad_input */
async function readInterchange(path: string): Promise<Interchange> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
  const interchange = parseInterchange(toValue(path, text));
  if (interchange !== null) return interchange;
  throw new LecternError('bad_input', phrase('error.noWebAnnotations', { path }));
}

function toValue(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LecternError('bad_input', phrase('error.notJson', { path, why }));
  }
}
