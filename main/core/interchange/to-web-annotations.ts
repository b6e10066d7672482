import type { Annotation, Article, Tag } from '../../shared/entities.ts';
import type { ColorChoice } from '../../shared/highlight-colors.ts';
import { CodePointOffsets } from '../../shared/text/code-points.ts';
import {
  ANNOTATION_URN,
  ARTICLE_NOTE_URN,
  ARTICLE_URN,
  CONTEXT,
  interchangeArticleSchema,
} from './web-annotation.ts';

/** One article with its annotations; `text` is its reading text, null where it can't be read. */
export interface Annotated {
  article: Article;
  annotations: readonly Annotation[];
  text: string | null;
}

/** The annotations of one article as items of an annotation page. */
export function toItems({ article, annotations, text }: Annotated, tags: ReadonlyMap<string, Tag>) {
  const offsets = text === null ? null : new CodePointOffsets(text);
  return annotations.map((annotation) => ({
    id: `${ANNOTATION_URN}${annotation.id}`,
    type: 'Annotation',
    motivation: motivationsOf(annotation),
    created: annotation.created,
    modified: annotation.updated,
    ...creatorOf(annotation),
    ...bodiesOf(annotation, tags),
    target: {
      type: 'SpecificResource',
      source: article.url ?? `${ARTICLE_URN}${article.id}`,
      selector: selectorsOf(annotation, offsets),
      styleClass: annotation.color,
      'lectern:article': article.id,
      'lectern:made': madeOf(annotation, offsets),
    },
  }));
}

/** The note on the article as a whole: an annotation without a selector. */
export function toArticleNote({ id, url, note, noted, added }: Article) {
  return {
    id: `${ARTICLE_NOTE_URN}${id}`,
    type: 'Annotation',
    motivation: ['commenting'],
    created: noted ?? added,
    modified: noted ?? added,
    body: [{ type: 'TextualBody', value: note, format: 'text/markdown', purpose: 'commenting' }],
    target: {
      type: 'SpecificResource',
      source: url ?? `${ARTICLE_URN}${id}`,
      'lectern:article': id,
    },
  };
}

export function toCollection(
  items: readonly unknown[],
  articles: readonly Article[],
  tags: readonly Tag[],
  colors: readonly ColorChoice[],
) {
  return {
    '@context': CONTEXT,
    id: 'urn:lectern:export',
    type: 'AnnotationCollection',
    label: 'Lectern',
    total: items.length,
    first: {
      id: 'urn:lectern:export:1',
      type: 'AnnotationPage',
      partOf: 'urn:lectern:export',
      startIndex: 0,
      items,
    },
    'lectern:articles': articles.map((article) => interchangeArticleSchema.parse(article)),
    'lectern:tags': tags,
    'lectern:colors': colors,
  };
}

/** An address by itself, a name as that of a person. */
function creatorOf({ creator }: Annotation) {
  if (creator === undefined) return {};
  const isAddress = /^[a-z][a-z0-9+.-]*:\S+$/iu.test(creator);
  return { creator: isAddress ? creator : { type: 'Person', name: creator } };
}

function motivationsOf({ note, tags }: Annotation): string[] {
  return [
    'highlighting',
    ...(note === '' ? [] : ['commenting']),
    ...(tags.length === 0 ? [] : ['tagging']),
  ];
}

function bodiesOf({ note, tags }: Annotation, known: ReadonlyMap<string, Tag>) {
  const comment = {
    type: 'TextualBody',
    value: note,
    format: 'text/markdown',
    purpose: 'commenting',
  };
  const names = tags.map((id) => ({
    type: 'TextualBody',
    value: known.get(id)?.name ?? id,
    purpose: 'tagging',
    'lectern:tag': id,
  }));
  const body = note === '' ? names : [comment, ...names];
  // A highlight says nothing: it has no body.
  return body.length === 0 ? {} : { body };
}

function selectorsOf({ target, anchor }: Annotation, offsets: CodePointOffsets | null) {
  const { exact, prefix, suffix } = target.quote;
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  if (anchor.range === null || offsets === null) return [quote];
  const start = offsets.toCodePoints(anchor.range.start);
  const end = offsets.toCodePoints(anchor.range.end);
  return [quote, { type: 'TextPositionSelector', start, end }];
}

/** The place only where the selectors don't say it: the text has changed, or is gone. */
function madeOf({ target, anchor, orphaned }: Annotation, offsets: CodePointOffsets | null) {
  const { position, quote, version } = target;
  const said =
    offsets !== null && anchor.range?.start === position.start && anchor.range.end === position.end;
  return {
    version,
    ...(said ? {} : { position }),
    ...(quote.rival === undefined ? {} : { rival: quote.rival }),
    ...(orphaned ? { orphaned } : {}),
  };
}
