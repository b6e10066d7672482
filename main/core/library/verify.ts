/**
 * Checks a whole library against itself: the catalogue against the files, the files against the
 * catalogue. Reads everything and changes nothing. A text that was edited by hand is no problem.
 */
import { relative, sep } from 'node:path';
import type { Catalogue } from './catalogue.ts';
import { readJsonFile } from './json-file.ts';
import { libraryFileSchema } from './library-file.ts';
import { codebookSchema } from './codebook.ts';
import { codebookPath, settingsPath } from './library-paths.ts';
import type { StoreContext } from './store-context.ts';
import { verifyAnnotations } from './verify-annotations.ts';
import { verifyArticles } from './verify-articles.ts';
import { listFiles, verifyNames } from './verify-files.ts';
import { verifyLists } from './verify-lists.ts';
import { verifyImages } from './verify-images.ts';
import { verifySources } from './verify-sources.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';
import { phraseOf } from '../../shared/errors.ts';

/** `path` is relative to the library's folder, with `/`. */
export interface LibraryProblem {
  path: string;
  message: Phrase;
}

/** Takes an absolute path. */
export type Report = (path: string, message: Phrase) => void;

export async function verifyLibrary(
  { folder }: StoreContext,
  catalogue: Catalogue,
): Promise<LibraryProblem[]> {
  const problems: LibraryProblem[] = [];
  const report: Report = (path, message) => {
    problems.push({ path: relative(folder, path).split(sep).join('/'), message });
  };
  for (const { path, message } of catalogue.damage) report(path, message);
  const files = await listFiles(folder);
  verifyNames(folder, files, catalogue.data, report);
  await readOrReport(settingsPath(folder), libraryFileSchema, report);
  const codebook = await readOrReport(codebookPath(folder), codebookSchema, report);
  const tagIds = new Set(codebook?.tags.map(({ id }) => id));
  for (const { id, parentId } of codebook?.tags ?? []) {
    if (parentId === null || tagIds.has(parentId)) continue;
    report(codebookPath(folder), phrase('damage.tagParent', { id, parentId }));
  }
  await verifyArticles(folder, files, catalogue.data, tagIds, report);
  verifyLists(folder, catalogue.data, tagIds, report);
  await verifySources(folder, catalogue.data, report);
  await verifyImages(folder, files.images, report);
  await verifyAnnotations(folder, files, catalogue.data, tagIds, report);
  return problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function readOrReport<T>(
  path: string,
  schema: Parameters<typeof readJsonFile<T>>[1],
  report: Report,
): Promise<T | null> {
  try {
    return await readJsonFile(path, schema);
  } catch (error) {
    report(path, phraseOf(error));
    return null;
  }
}
