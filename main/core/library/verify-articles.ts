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
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

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
): Phrase[] {
  const messages: Phrase[] = [];
  if (!sources.has(sourceId)) messages.push(phrase('damage.articleSource', { id, sourceId }));
  if (parentId !== null && !articles.has(parentId)) {
    messages.push(phrase('damage.articleParent', { id, parentId }));
  }
  for (const { version, sourceId: before } of earlier) {
    if (!sources.has(before))
      messages.push(phrase('damage.versionSource', { version, id, sourceId: before }));
  }
  for (const tag of tags) {
    if (!tagIds.has(tag)) messages.push(phrase('damage.articleTag', { id, tag }));
  }
  for (const one of its) {
    if (!collections.has(one)) {
      messages.push(phrase('damage.articleCollection', { id, collection: one }));
    }
  }
  return messages;
}

async function textProblems(
  path: string,
  id: string,
  images: ReadonlySet<string>,
): Promise<Phrase[]> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    if (text.includes('\0')) return [phrase('damage.nuls')];
    const problem = frontMatterProblem(id, text);
    const missing = [...imageNamesIn(text)].filter((name) => !images.has(name));
    return [
      ...(problem === null ? [] : [problem]),
      ...missing.map((name) => phrase('damage.imageMissing', { name })),
    ];
  } catch (error) {
    if (isMissing(error)) return [phrase('damage.textMissing', { id })];
    if (error instanceof TypeError) return [phrase('damage.notUtf8')];
    return [unreadable(path, error).phrase];
  }
}
