/** Titles that a site's theme surrounds with a date or a byline, under them or above them. */
import { plainTitle, readHead, type ArticleHead } from '../article-head.ts';
import { gapBefore, type DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import {
  cannotBeTitle,
  endsAsSentence,
  isFieldOfSeveral,
  textForm,
  titleForm,
  wordCount,
} from '../title-form.ts';
import type { TextLine } from '../text-line.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

type Description = 'date' | 'name' | 'filing';

function descriptionOf(line: TextLine | undefined): Description | null {
  if (!line) return null;
  if (line.meta) return 'date';
  if (line.field?.name === 'date' && /\d/u.test(line.field.value)) return 'date';
  if (line.byline !== null || line.field?.name === 'author') return 'name';
  if (line.chrome === 'filing' || line.chrome === 'reading') return 'filing';
  return line.field?.name === 'category' || line.field?.name === 'tags' ? 'filing' : null;
}

const LEAST_FORM = 0.45;

/** Enough where the date under a line is written as under all the others. */
const WEAK_FORM = 0.2;

interface Found {
  head: ArticleHead;
  description: Description;
  /** How the describing line is written: its first word and "0. a 0" for its date. */
  shape: string;
  form: number;
}

function shapeOf(line: TextLine | undefined): string {
  const date = line?.meta?.dateText;
  if (!line || date == null) return 'none';
  const label = /^[*_]*(\p{L}+)\P{L}/u.exec(line.text)?.[1] ?? '';
  const written = date.replace(/[\p{L}\p{M}]+/gu, 'a').replace(/\p{N}+/gu, '0');
  return date.includes(label) ? written : `${label} ${written}`;
}

const LEAST_TO_TELL = 6;

/** Drops what is written unlike the rest, and weak titles but those with the rest's own shape. */
function alike(found: readonly Found[]): Found[] {
  const counts = new Map<string, number>();
  for (const one of found) {
    if (one.form >= LEAST_FORM) counts.set(one.shape, (counts.get(one.shape) ?? 0) + 1);
  }
  const [top, most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const strong = found.filter((one) => one.form >= LEAST_FORM);
  if (strong.length < LEAST_TO_TELL || most < strong.length * 0.6) return strong;
  const few = Math.max(2, strong.length * 0.05);
  return found.filter((one) =>
    one.form >= LEAST_FORM ? (counts.get(one.shape) ?? 0) >= few : one.shape === top,
  );
}

function titlesOver(dump: DumpText): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < dump.lines.length; at += 1) {
    const line = dump.lines[at];
    const under = dump.next[at] ?? dump.lines.length;
    if (!line || under - at > 2) continue;
    // The rarest first: most lines of a large dump are done with here.
    let description = descriptionOf(dump.lines[under]);
    if (!description) continue;
    if (cannotBeTitle(line) || titleForm(dump, at) < WEAK_FORM) continue;
    if (endsAsSentence(line.text) || isFieldOfSeveral(dump, at)) continue;
    const head = readHead(dump, at, at);
    if (description !== 'date' && head.metaLines.some((meta) => meta.kind === 'meta')) {
      description = 'date';
    }
    const shape = shapeOf(dump.lines[under]);
    found.push({ head, description, shape, form: titleForm(dump, at) });
    at = Math.max(at, head.bodyAt - 1);
  }
  return found;
}

/** Share of the titles that have a line like a title right over them, from which on these are it. */
const HABIT = 0.8;
const LEAST_HEADLINES = 4;

/** Where a subtitle stands between title and date, the title is the line over it. */
function withHeadlines(dump: DumpText, found: readonly Found[]): Found[] {
  const over = found.map(({ head }) => headlineOver(dump, head.titleAt));
  // One word may be a label; where most say more it is a short title.
  const known = over.filter((at) => at !== null && wordCount(dump.lines[at ?? -1]?.text ?? '') > 1);
  const all = over.filter((at) => at !== null).length;
  const texts = new Set(known.map((at) => dump.lines[at ?? -1]?.text));
  if (known.length < LEAST_HEADLINES || texts.size < known.length * HABIT) return [...found];
  if (all < found.length * HABIT || known.length < all * HABIT) return [...found];
  return found.map((one, i) => {
    const at = over[i] ?? null;
    const line = dump.lines[at ?? -1];
    if (at === null || !line) return one;
    const place = { start: at, titleAt: at, titleEnd: at, title: plainTitle(line) };
    const head = { ...one.head, ...place, leadLines: [one.head.titleAt] };
    return { ...one, head, form: titleForm(dump, at) };
  });
}

/** The line right over a title that looks like one as well, after a blank line. */
function headlineOver(dump: DumpText, titleAt: number): number | null {
  const at = titleAt - 1;
  const line = dump.lines[at];
  if (!line || textForm(dump, line) < LEAST_FORM) return null;
  return gapBefore(dump, at) > 0 ? at : null;
}

function titlesUnder(dump: DumpText): Found[] {
  const found: Found[] = [];
  for (const [at, line] of dump.lines.entries()) {
    const description = descriptionOf(line);
    if (description === null || gapBefore(dump, at) === 0) continue;
    if ((line.meta && line.meta.rest.length > 1) || line.ordinal) continue;
    const titleAt = dump.next[at] ?? dump.lines.length;
    if (titleAt - at > 2 || titleForm(dump, titleAt) < WEAK_FORM) continue;
    const title = dump.lines[titleAt];
    if (!title || title.byline !== null || title.meta?.rest.length === 0) continue;
    if (endsAsSentence(title.text)) continue;
    const head = readHead(dump, at, titleAt);
    found.push({ head, description, shape: shapeOf(line), form: titleForm(dump, titleAt) });
  }
  return found;
}

const PRIORS: Readonly<Record<Description, number>> = { date: 0.88, name: 0.8, filing: 0.7 };

function layoutsOf(found: readonly Found[], place: 'under' | 'above'): Layout[] {
  const layouts: Layout[] = [];
  for (const description of ['date', 'name', 'filing'] as const) {
    const own = alike(found.filter((one) => one.description === description));
    if (own.length < 2) continue;
    layouts.push({
      id: place === 'under' ? 'described-titles' : 'dated-titles',
      name: phrase(`habit.described.${description}.${place}`),
      prior: PRIORS[description] - (place === 'above' ? 0.06 : 0),
      heads: own.map((one) => one.head),
      reason: phrase(`reason.described.${description}.${place}`),
      contents: null,
    });
  }
  if (layouts.length > 1) {
    layouts.push({
      id: place === 'under' ? 'described-titles' : 'dated-titles',
      name: phrase(`habit.described.any.${place}`),
      prior: 0.82 - (place === 'above' ? 0.06 : 0),
      heads: alike(found).map((one) => one.head),
      reason: phrase(`reason.described.any.${place}`),
      contents: null,
    });
  }
  return layouts;
}

export function findDescribedTitles(dump: DumpText): Layout[] {
  return [
    ...layoutsOf(withHeadlines(dump, titlesOver(dump)), 'under'),
    ...layoutsOf(titlesUnder(dump), 'above'),
  ];
}
