/**
 * Names the files that an import is about to write, so that the next start can take away what a
 * crash left of them: files that the catalogue doesn't name. Only those: a file that is in the
 * folder for another reason is nobody's to delete.
 */
import { readdir, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../shared/entities.ts';
import type { Log } from '../ports.ts';
import type { CatalogueData } from './catalogue-data.ts';
import { isTemporaryName, removeDurably, writeDurably } from './durable-file.ts';
import { readJsonFile } from './json-file.ts';
import {
  articlePath,
  articlePaths,
  sourcePath,
  temporaryFolder,
  unfinishedPath,
} from './library-paths.ts';
import { mapBounded } from './map-bounded.ts';
import type { Library } from './library.ts';
import type { StoreContext } from './store-context.ts';

/** Relative to the library's folder, with `/`: texts and sources alone. */
const unfinishedSchema = z.object({
  paths: z.array(z.string().regex(/^(?:articles|sources)\/[^/\\.]+\/[^/\\]+$/)),
});
const FILES_AT_ONCE = 16;

export class UnfinishedWrites implements Readonly<Library['unfinished']> {
  constructor(private readonly context: StoreContext) {}

  async begin(articles: readonly Article[], sources: readonly string[]): Promise<void> {
    this.context.assertWritable();
    const { folder } = this.context;
    const texts = articles.map((article) => articlePath(folder, article));
    const paths = [...texts, ...sources.map((id) => sourcePath(folder, id))];
    const names = paths.map((path) => relative(folder, path).split(sep).join('/'));
    await writeDurably(unfinishedPath(folder), JSON.stringify({ paths: names }));
  }

  async end(): Promise<void> {
    await removeDurably(unfinishedPath(this.context.folder));
  }
}

/** For the start of a program that holds the lock; a catalogue that is not whole proves nothing. */
export async function clearUnfinished(
  folder: string,
  data: Readonly<CatalogueData>,
  log: Log,
): Promise<void> {
  const path = unfinishedPath(folder);
  try {
    const unfinished = await readJsonFile(path, unfinishedSchema);
    if (unfinished === null) return;
    const known = new Set([...data.sources.keys()].map((id) => sourcePath(folder, id)));
    for (const article of data.articles.values()) {
      for (const text of articlePaths(folder, article)) known.add(text);
    }
    const paths = unfinished.paths.map((name) => join(folder, name));
    const strays = paths.filter((file) => !known.has(file));
    await mapBounded(strays, FILES_AT_ONCE, (file) => rm(file, { force: true }));
    await mapBounded(new Set(paths.map((file) => dirname(file))), FILES_AT_ONCE, clearTemporary);
    await removeDurably(path);
  } catch (error) {
    log.warn(`What an interrupted import left could not be taken away: ${String(error)}`);
  }
}

/** For the start of a program that holds the lock: nobody else's import is under way. */
export async function clearTemporaryFiles(folder: string, log: Log): Promise<void> {
  const path = temporaryFolder(folder);
  await rm(path, { recursive: true, force: true }).catch((error: unknown) =>
    log.warn(`What an interrupted import left could not be taken away: ${String(error)}`),
  );
}

async function clearTemporary(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isTemporaryName)) await rm(join(folder, name), { force: true });
}
