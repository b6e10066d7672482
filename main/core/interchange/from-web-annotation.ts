import { createHash } from 'node:crypto';
import {
  annotationSchema,
  type Anchor,
  type Annotation,
  type Article,
  type TextRange,
} from '../../shared/entities.ts';
import { anchorTarget, isCertain, unlessOrphaned } from '../../shared/text/anchor.ts';
import { CodePointOffsets } from '../../shared/text/code-points.ts';
import { describeQuote } from '../../shared/text/describe-quote.ts';
import { tidyRange } from '../../shared/text/whole-range.ts';
import { findQuote } from '../annotations/find-quote.ts';
import type { Body } from './bodies.ts';
import { QUOTE_RANGE, type Selector } from './selectors.ts';
import { ANNOTATION_URN, type WebAnnotation } from './web-annotation.ts';

const NOWHERE: TextRange = { start: 0, end: 0 };

export type TargetOf = WebAnnotation['target'][number];

export interface FromContext {
  article: Article;
  /** Reading text. */
  text: string;
  now: string;
  /** An id for an annotation that has none. */
  newId: () => string;
  /** The tags of the library that stand for those of the bodies. */
  tagIds: (bodies: readonly TagBody[]) => string[];
}

export interface TagBody {
  id: string | null;
  name: string;
}

/** Null where it doesn't say which words it is on. */
export function fromWebAnnotation(
  item: WebAnnotation,
  target: TargetOf,
  { article, text, now, newId, tagIds }: FromContext,
): Annotation | null {
  const placed = targetIn(text, target, article.version);
  if (placed === null) return null;
  const style = 'styleClass' in target ? [target.styleClass].flat()[0] : undefined;
  const color = annotationSchema.shape.color.safeParse(style);
  const orphaned = madeOf(target)?.orphaned ?? false;
  const created = timeOf(item.created) ?? now;
  return {
    id: idOf(item) ?? newId(),
    articleId: article.id,
    target: placed,
    anchor: unlessOrphaned(anchorTarget(text, placed), orphaned),
    orphaned,
    color: color.success ? color.data : 'yellow',
    note: noteOf(item),
    tags: [...new Set(tagIds(tagBodies(item.body)))],
    ...(item.creator === null ? {} : { creator: item.creator }),
    created,
    updated: timeOf(item.modified) ?? created,
  };
}

/** What an annotation without a selector says of its article as a whole; null where it says nothing. */
export function articleNoteOf(
  item: WebAnnotation,
  target: TargetOf,
): { note: string; written: string | null } | null {
  const note = noteOf(item).trim();
  if (target.selector.length > 0 || note === '') return null;
  return { note, written: timeOf(item.modified) ?? timeOf(item.created) };
}

/**
 * The id that Lectern gave it, or one made of another program's, always the same: what is brought in
 * again is known. Null where there is none.
 */
export function idOf({ id }: WebAnnotation): string | null {
  if (id == null || id === '') return null;
  if (id.startsWith(ANNOTATION_URN)) {
    const parsed = annotationSchema.shape.id.safeParse(id.slice(ANNOTATION_URN.length));
    if (parsed.success) return parsed.data;
  }
  return `x${createHash('sha256').update(id).digest('hex').slice(0, 24)}`;
}

export function tagBodies(bodies: readonly Body[]): TagBody[] {
  return bodies.flatMap((body) => {
    const name = body.value.trim();
    return !body.isTag || name === '' ? [] : [{ id: body.tag, name }];
  });
}

/** What only Lectern knows of a target. */
function madeOf(target: TargetOf) {
  return 'lectern:made' in target ? target['lectern:made'] : undefined;
}

function targetIn(text: string, target: TargetOf, version: number): Annotation['target'] | null {
  const made = madeOf(target);
  const isQuote = ({ type, exact }: Selector) => type !== QUOTE_RANGE && (exact ?? '') !== '';
  const quoted = target.selector.find(isQuote);
  const range = rangeOf(target.selector, text) ?? rangeBetween(target.selector, text);
  if (quoted === undefined) {
    const position = range === null ? null : tidyRange(text, range);
    return position === null ? null : { position, quote: describeQuote(text, position), version };
  }
  const { exact, prefix, suffix } = quoted;
  const quote = { exact: exact ?? '', prefix: prefix ?? '', suffix: suffix ?? '' };
  if (made !== undefined) {
    const { position, version: madeOn, rival } = made;
    return {
      position: position ?? range ?? NOWHERE,
      quote: rival === undefined ? quote : { ...quote, rival },
      version: madeOn,
    };
  }
  const found =
    placeOf(text, quoted, range) ?? anchorTarget(text, { position: range ?? NOWHERE, quote });
  return found.range !== null && isCertain(found)
    ? { position: found.range, quote: describeQuote(text, found.range), version }
    : { position: found.range ?? range ?? NOWHERE, quote, version };
}

/**
 * Of another program, which remembers as much of the surroundings as it likes: where its words stand
 * with them once, or at the place that it gives.
 */
function placeOf(
  text: string,
  { exact, prefix, suffix }: Selector,
  given: TextRange | null,
): Anchor | null {
  const places = findQuote(text, {
    exact: exact ?? '',
    prefix: prefix ?? undefined,
    suffix: suffix ?? undefined,
  });
  const [first] = places;
  const found = places.length === 1 ? first : places.find(({ start }) => start === given?.start);
  const range = found && tidyRange(text, found);
  return range ? { range, method: 'quote', score: 1 } : null;
}

/** In UTF-16 code units; null where there is none in the text. */
function rangeOf(selectors: readonly Selector[], text: string): TextRange | null {
  const selector = selectors.find(({ type }) => type === 'TextPositionSelector');
  if (selector?.start == null || selector.end == null) return null;
  const offsets = new CodePointOffsets(text);
  const range = { start: offsets.toUnits(selector.start), end: offsets.toUnits(selector.end) };
  return range.start < range.end ? range : null;
}

/** Between two quotes; null where they aren't there word for word. */
function rangeBetween(selectors: readonly Selector[], text: string): TextRange | null {
  const between = selectors.find(({ type }) => type === QUOTE_RANGE);
  if (between === undefined) return null;
  const start = text.indexOf(between.exact ?? '');
  const end = start === -1 ? -1 : text.indexOf(between.suffix ?? '', start + 1);
  return end === -1 ? null : { start, end };
}

function noteOf({ body, bodyValue }: WebAnnotation): string {
  const notes = body.filter(({ isTag }) => !isTag).map(({ value }) => value);
  return [...(bodyValue == null ? [] : [bodyValue]), ...notes].join('\n\n');
}

function timeOf(text: string | null | undefined): string | null {
  const time = Date.parse(text ?? '');
  if (Number.isNaN(time)) return null;
  const written = new Date(time).toISOString();
  // Years beyond four digits are no times of the library.
  return /^\d{4}-/u.test(written) ? written : null;
}
