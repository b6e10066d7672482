/** Entities for tests: whole and valid, each field to be overridden. */
import { createHash } from 'node:crypto';
import type { Annotation, Article, Source } from '../../main/shared/entities.ts';
import { verbatim } from '../../main/shared/messages/phrase.ts';

export const SOME_TIME = '2026-01-02T03:04:05.000Z';

export function sha256Of(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export const SOURCE_ID = sha256Of('a source');

export function makeArticle(id: string, fields: Partial<Article> = {}): Article {
  return {
    id,
    sourceId: SOURCE_ID,
    parentId: null,
    order: 0,
    title: `Title of ${id}`,
    startLine: 1,
    endLine: 10,
    truncated: false,
    confidence: 0.9,
    reasons: [verbatim('a title line')],
    byline: null,
    origin: null,
    url: null,
    lang: null,
    published: null,
    publishedInferred: null,
    dateline: null,
    length: 100,
    words: 20,
    excerpt: `The first words of ${id}`,
    contentHash: sha256Of(id),
    version: 1,
    earlier: [],
    state: 'inbox',
    position: null,
    tags: [],
    note: '',
    noted: null,
    collections: [],
    added: SOME_TIME,
    updated: SOME_TIME,
    trashed: null,
    ...fields,
  };
}

export function makeSource(id: string, fields: Partial<Source> = {}): Source {
  return {
    id,
    name: 'dump.txt',
    path: '/somewhere/dump.txt',
    bytes: 8,
    format: 'text-dump',
    encoding: 'utf-8',
    lines: 1,
    layout: null,
    unassigned: [],
    imported: SOME_TIME,
    ...fields,
  };
}

export function makeAnnotation(
  id: string,
  articleId: string,
  fields: Partial<Annotation> = {},
): Annotation {
  const position = { start: 0, end: 5 };
  return {
    id,
    articleId,
    target: { position, quote: { exact: 'words', prefix: '', suffix: '' }, version: 1 },
    anchor: { range: position, method: 'position', score: 1 },
    orphaned: false,
    color: 'yellow',
    note: '',
    tags: [],
    created: SOME_TIME,
    updated: SOME_TIME,
    ...fields,
  };
}
