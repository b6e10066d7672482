/** The names of the files in the folder: what should not be there. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CatalogueData } from './catalogue-data.ts';
import { isTemporaryName } from './durable-file.ts';
import { isMissing, unreadable } from './file-error.ts';
import { articlePaths, catalogueFolder, sourcePath } from './library-paths.ts';
import { isSetAside } from './set-aside.ts';
import type { Report } from './verify.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

/** All files of the library by area, as absolute paths. */
export interface LibraryFiles {
  top: string[];
  catalogue: string[];
  articles: string[];
  sources: string[];
  images: string[];
  annotations: string[];
}

/** @throws LecternError unreadable */
export async function listFiles(folder: string): Promise<LibraryFiles> {
  return {
    top: await filesIn(folder, false),
    catalogue: await filesIn(catalogueFolder(folder), false),
    articles: await filesIn(join(folder, 'articles'), true),
    sources: await filesIn(join(folder, 'sources'), true),
    images: await filesIn(join(folder, 'images'), true),
    annotations: await filesIn(join(folder, 'annotations'), true),
  };
}

export function verifyNames(
  folder: string,
  files: LibraryFiles,
  { articles, sources }: Readonly<CatalogueData>,
  report: Report,
): void {
  for (const path of Object.values(files).flat()) {
    if (isSetAside(basename(path))) report(path, phrase('damage.setAside'));
    if (isTemporaryName(basename(path))) {
      report(path, phrase('damage.leftOver'));
    }
  }
  const articleFiles = new Set<string>();
  for (const article of articles.values()) {
    for (const path of articlePaths(folder, article)) articleFiles.add(path);
  }
  reportStrays(files.articles, articleFiles, phrase('damage.strayArticle'), report);
  const sourceFiles = new Set([...sources.keys()].map((id) => sourcePath(folder, id)));
  reportStrays(files.sources, sourceFiles, phrase('damage.straySource'), report);
}

function reportStrays(
  paths: readonly string[],
  expected: ReadonlySet<string>,
  message: Phrase,
  report: Report,
): void {
  for (const path of paths) {
    const name = basename(path);
    if (!expected.has(path) && !isSetAside(name) && !isTemporaryName(name)) report(path, message);
  }
}

async function filesIn(folder: string, recursive: boolean): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw unreadable(folder, error);
  }
}
