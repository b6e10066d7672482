import { basename } from 'node:path';
import type { Annotation } from '../../shared/entities.ts';
import { annotationsFileSchema } from './annotation-store.ts';
import type { CatalogueData } from './catalogue-data.ts';
import { isTemporaryName } from './durable-file.ts';
import { readJsonFile } from './json-file.ts';
import { annotationsPath } from './library-paths.ts';
import { mapBounded } from './map-bounded.ts';
import { isSetAside } from './set-aside.ts';
import type { Report } from './verify.ts';
import type { LibraryFiles } from './verify-files.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';
import { phraseOf } from '../../shared/errors.ts';

const FILES_AT_ONCE = 16;

export async function verifyAnnotations(
  folder: string,
  files: LibraryFiles,
  { articles }: Readonly<CatalogueData>,
  tagIds: ReadonlySet<string>,
  report: Report,
): Promise<void> {
  const seen = new Map<string, string>();
  await mapBounded(files.annotations, FILES_AT_ONCE, async (path) => {
    const name = basename(path);
    if (isSetAside(name) || isTemporaryName(name)) return;
    const articleId = name.replace(/\.json$/, '');
    if (path !== annotationsPath(folder, articleId)) {
      report(path, phrase('damage.notAnnotations'));
      return;
    }
    if (!articles.has(articleId))
      report(path, phrase('damage.annotationsOfNothing', { articleId }));
    for (const annotation of await annotationsIn(path, report)) {
      for (const message of mismatches(annotation, articleId, tagIds)) report(path, message);
      const other = seen.get(annotation.id);
      if (other !== undefined)
        report(path, phrase('damage.annotationTwice', { id: annotation.id, other }));
      seen.set(annotation.id, name);
    }
  });
}

async function annotationsIn(path: string, report: Report): Promise<Annotation[]> {
  try {
    return (await readJsonFile(path, annotationsFileSchema))?.annotations ?? [];
  } catch (error) {
    report(path, phraseOf(error));
    return [];
  }
}

function mismatches(
  { id, articleId, tags }: Annotation,
  fileOf: string,
  tagIds: ReadonlySet<string>,
): Phrase[] {
  const messages = tags
    .filter((tag) => !tagIds.has(tag))
    .map((tag) => phrase('damage.annotationTag', { id, tag }));
  if (articleId !== fileOf) messages.push(phrase('damage.annotationOfAnother', { id, articleId }));
  return messages;
}
