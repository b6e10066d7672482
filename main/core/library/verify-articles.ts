import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Article } from '../../shared/entities.ts';
import { imageNamesIn } from '../../shared/text/image-address.ts';
import { frontMatterProblem } from './article-file.ts';
import type { CatalogueData } from './catalogue-data.ts';
import { isMissing, unreadable } from './file-error.ts';
import { articlePaths, catalogueFolder } from './library-paths.ts';
import { mapBounded } from './map-bounded.ts';
import type { LibraryFiles } from './verify-files.ts';
import type { Report } from './verify.ts';

const FILES_AT_ONCE = 16;

export async function verifyArticles(
  folder: string,
  { images }: LibraryFiles,
  data: Readonly<CatalogueData>,
  tagIds: ReadonlySet<string>,
  report: Report,
): Promise<void> {
  for (const article of data.articles.values()) {
    for (const message of danglingReferences(article, data, tagIds)) {
      report(catalogueFolder(folder), message);
    }
  }
  const imageNames = new Set(images.map((path) => basename(path)));
  await mapBounded(data.articles.values(), FILES_AT_ONCE, async (article) => {
    for (const path of articlePaths(folder, article)) {
      const messages = await textProblems(path, article.id, imageNames);
      for (const message of messages) report(path, message);
    }
  });
}

function danglingReferences(
  { id, sourceId, parentId, tags, collections: its, earlier }: Article,
  { articles, sources, collections }: Readonly<CatalogueData>,
  tagIds: ReadonlySet<string>,
): string[] {
  const messages: string[] = [];
  if (!sources.has(sourceId))
    messages.push(`the source of article ${id} is not known: ${sourceId}`);
  if (parentId !== null && !articles.has(parentId)) {
    messages.push(`article ${id} is part of ${parentId}, which does not exist`);
  }
  for (const { version, sourceId: before } of earlier) {
    if (!sources.has(before))
      messages.push(`the source of version ${version} of article ${id} is not known: ${before}`);
  }
  for (const tag of tags) {
    if (!tagIds.has(tag)) messages.push(`article ${id} has the tag ${tag}, which does not exist`);
  }
  for (const one of its) {
    if (!collections.has(one)) {
      messages.push(`article ${id} is in the collection ${one}, which does not exist`);
    }
  }
  return messages;
}

async function textProblems(
  path: string,
  id: string,
  images: ReadonlySet<string>,
): Promise<string[]> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    if (text.includes('\0')) return ['it holds NUL bytes: it is damaged'];
    const problem = frontMatterProblem(id, text);
    const missing = [...imageNamesIn(text)].filter((name) => !images.has(name));
    return [
      ...(problem === null ? [] : [problem]),
      ...missing.map((name) => `its image ${name} is missing`),
    ];
  } catch (error) {
    if (isMissing(error)) return [`the text of article ${id} is missing`];
    if (error instanceof TypeError) return ['it is not valid UTF-8'];
    return [unreadable(path, error).message];
  }
}
