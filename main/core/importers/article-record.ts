import type { Article, EarlierVersion } from '../../shared/entities.ts';
import type { DraftArticle } from './draft.ts';

interface Record {
  /** The article that it is a new version of. */
  known: Article | null;
  id: string;
  parentId: string | null;
  sourceId: string;
  /** Among the articles of its source. */
  order: number;
  /** ISO 8601. */
  now: string;
}

/** What the catalogue keeps of an article of a plan: what people made of the known one stays. */
export function articleRecord(
  draft: DraftArticle,
  { known, id, parentId, sourceId, order, now }: Record,
): Article {
  const { parent: _parent, outcome: _outcome, update: _update, ...rest } = draft;
  const { text: _text, images: _images, fingerprint: _fingerprint, ...read } = rest;
  return {
    ...read,
    id,
    sourceId,
    parentId,
    order,
    version: (known?.version ?? 0) + 1,
    earlier: known === null ? [] : [...known.earlier, toEarlier(known, now)],
    state: known?.state ?? 'inbox',
    position: known?.position ?? null,
    tags: known?.tags ?? [],
    note: known?.note ?? '',
    noted: known?.noted ?? null,
    collections: known?.collections ?? [],
    added: known?.added ?? now,
    updated: now,
    trashed: known?.trashed ?? null,
  };
}

function toEarlier(article: Article, replaced: string): EarlierVersion {
  const { version, title, sourceId, startLine, endLine, truncated, words, contentHash } = article;
  return {
    version,
    title,
    sourceId,
    startLine,
    endLine,
    truncated,
    words,
    contentHash,
    replaced,
  };
}
