/**
 * `npm run figures:anchoring` prints how well highlights find their
 * words again: precision and recall over generated edits of real texts, over the two versions of
 * each page of the shared data where it is present, and the time beside a plain `indexOf` of the
 * same words in the same text. LECTERN_BENCH_EDITS (100,000) sets how many edits; 5,000 is short.
 * LECTERN_BENCH_SEED (7) takes other ones. LECTERN_BENCH_SHOW lists what went wrong.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import type { Anchor, TextRange } from '../../main/shared/entities.ts';
import { anchorIn, isCertain } from '../../main/shared/text/anchor.ts';
import type { Target } from '../../main/shared/text/places.ts';
import { foldText } from '../../main/shared/text/folded.ts';
import { describeQuote } from '../../main/shared/text/describe-quote.ts';
import { toReadingText } from '../../main/shared/text/reading.ts';
import { createRandom, type Random } from '../property/dump/random.ts';
import {
  editText,
  fateOf,
  type KINDS,
  randomHighlight,
  type EditedText,
} from '../support/edited-texts.ts';

const EDITS = Number(process.env['LECTERN_BENCH_EDITS'] ?? 100_000);
const DATA = process.env['LECTERN_REAL_DATA'] ?? join(process.cwd(), '../shared/data');
const SEED = Number(process.env['LECTERN_BENCH_SEED'] ?? 7);
const HIGHLIGHTS = 6;

interface Tally {
  kept: number;
  changed: number;
  gone: number;
  keptRight: number;
  changedRight: number;
  goneRight: number;
  claims: number;
  rightClaims: number;
  certain: number;
  /** Given as certain where other words stand. */
  certainOther: number;
  /** Given as certain where the same words stand, but not the marked ones. */
  certainElsewhere: number;
  samples: string[];
}

const rows: string[] = [];
const texts = await corpus();
const timing = { anchoring: 0, indexOf: 0, count: 0 };
for (const kinds of [
  ['elsewhere'],
  ['inside'],
  ['typography'],
  ['elsewhere', 'inside', 'typography'],
] as const) {
  generated(kinds);
}
await realVersions();
rows.push(
  '',
  `an anchoring takes ${((timing.anchoring / timing.count) * 1000).toFixed(0)} µs, ` +
    `${(timing.anchoring / timing.indexOf).toFixed(1)}x a plain indexOf of the words`,
);
console.log(['', ...rows, ''].join('\n'));

describe('anchoring', () => {
  // vitest bench wants one; the figures above are printed by themselves.
  bench('(see above)', () => {}, { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 });
});

function generated(kinds: readonly (keyof typeof KINDS)[]): void {
  const random = createRandom(SEED);
  const tally = emptyTally();
  let edits = 0;
  let anchored = 0;
  while (edits < EDITS / 4) {
    const text = excerpt(random.pick(texts), random);
    const highlights = Array.from({ length: HIGHLIGHTS }, () => randomHighlight(text, random));
    const near = highlights.find((one) => one !== null) ?? { start: 0, end: text.length };
    const edited = editText(text, random, near, kinds);
    edits += edited.edits.length;
    const find = anchorIn(edited.text);
    for (const position of highlights) {
      if (position === null) continue;
      const target = { position, quote: describeQuote(text, position) };
      const started = performance.now();
      const anchor = find(target);
      const found = performance.now();
      edited.text.indexOf(target.quote.exact);
      timing.indexOf += performance.now() - found;
      timing.anchoring += found - started;
      timing.count += 1;
      anchored += 1;
      count(tally, text, target, edited, anchor);
    }
  }
  report(`${edits} edits (${kinds.join(', ')}), ${anchored} highlights`, tally);
}

function count(
  tally: Tally,
  text: string,
  target: Target,
  edited: EditedText & { edits: string[] },
  anchor: Anchor,
): void {
  const fate = fateOf(text, target.position, edited);
  tally[fate.kind] += 1;
  const isRight =
    judge(fate, anchor, edited.text) ||
    isAsMarked(text, target, edited.text, anchor) ||
    isWithin(fate.range, anchor.range, target, edited.text);
  if (anchor.range !== null) tally.claims += 1;
  if (anchor.range !== null && isRight) tally.rightClaims += 1;
  if (isRight) tally[`${fate.kind}Right`] += 1;
  if (isCertain(anchor)) tally.certain += 1;
  if (isCertain(anchor) && !isRight) {
    const { start, end } = anchor.range ?? target.position;
    const isSame = edited.text.slice(start, end) === target.quote.exact;
    tally[isSame ? 'certainElsewhere' : 'certainOther'] += 1;
  }
  if (!isRight) {
    const shown = (range: TextRange | null) =>
      range === null ? 'nowhere' : JSON.stringify(edited.text.slice(range.start, range.end));
    tally.samples.push(
      `${isCertain(anchor) ? 'CERTAIN ' : ''}${fate.kind}: ${JSON.stringify(target.quote.exact)} is ${shown(fate.range)}, ` +
        `found ${anchor.method} ${anchor.score.toFixed(2)} ${shown(anchor.range)} after ${edited.edits.join(', ')}`,
    );
  }
}

/**
 * Each saved page as one converter gave it and as another did: the article alone, and everything
 * that stands between the page's tags. What counts is that the words, typography aside, are the same.
 */
async function realVersions(): Promise<void> {
  const folder = join(DATA, 'html');
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) {
    rows.push('', `pairs of real versions: skipped, there is no ${folder}`);
    return;
  }
  const random = createRandom(SEED);
  const tally = { there: 0, thereRight: 0, missing: 0, orphans: 0, certain: 0, certainWrong: 0 };
  for (const name of names) {
    const text = between(await readFile(join(folder, name, 'expected.html'), 'utf8'));
    const other = between(await readFile(join(folder, name, 'source.html'), 'utf8'));
    const find = anchorIn(other);
    const folded = foldText(other).text;
    for (let round = 0; round < 60; round += 1) {
      const position = randomHighlight(text, random);
      if (position === null) continue;
      const quote = describeQuote(text, position);
      const anchor = find({ position, quote });
      const words = foldText(quote.exact).text;
      const found =
        anchor.range && foldText(other.slice(anchor.range.start, anchor.range.end)).text;
      const isThere = folded.includes(words);
      tally[isThere ? 'there' : 'missing'] += 1;
      if (isThere && found === words) tally.thereRight += 1;
      if (!isThere && found === null) tally.orphans += 1;
      if (isCertain(anchor)) tally.certain += 1;
      if (isCertain(anchor) && found !== words) tally.certainWrong += 1;
    }
  }
  rows.push(
    '',
    `${names.length} real pages, from the article to the whole page`,
    `  recall    ${share(tally.thereRight, tally.there)} of ${tally.there} whose words are there; ` +
      `${tally.certainWrong} of ${tally.certain} certain ones on other words`,
    `  orphans   ${share(tally.orphans, tally.missing)} of ${tally.missing} whose words are not there as they were`,
  );
}

/** What stands between the tags of a page. */
function between(html: string): string {
  return html
    .replace(/<(script|style|noscript|svg)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, '')
    .replace(/<\/(p|div|h\d|li|tr|blockquote|section)>|<br[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)}%`;
}

/** The same words in the same surroundings are the same, whichever copy they are of. */
function judge(fate: ReturnType<typeof fateOf>, { range }: Anchor, text: string): boolean {
  if (fate.range === null || range === null) return fate.range === null && range === null;
  const around = ({ start, end }: TextRange) => text.slice(Math.max(0, start - 32), end + 32);
  if (fate.kind === 'kept') {
    return (
      range.start === fate.range.start ||
      (range.end - range.start === fate.range.end - fate.range.start &&
        around(range) === around(fate.range))
    );
  }
  const shared = Math.min(range.end, fate.range.end) - Math.max(range.start, fate.range.start);
  const both = Math.max(range.end, fate.range.end) - Math.min(range.start, fate.range.start);
  return shared / both >= 0.7;
}

/**
 * The marked words in the surroundings in which they were marked are the passage, though an edit that
 * copied them there may have changed the ones it copied.
 */
function isAsMarked(
  text: string,
  { position }: Target,
  edited: string,
  { range }: Anchor,
): boolean {
  const around = (whole: string, { start, end }: TextRange) =>
    [
      whole.slice(Math.max(0, start - 32), start),
      whole.slice(start, end),
      whole.slice(end, end + 32),
    ].join('\u0000');
  return range !== null && around(edited, range) === around(text, position);
}

/** The words as they were marked, where what is left of them stands. */
function isWithin(
  left: TextRange | null,
  range: TextRange | null,
  { quote }: Target,
  edited: string,
): boolean {
  if (left === null || range === null) return false;
  const isInside = left.start <= range.start && range.end <= left.end;
  const isAround = range.start <= left.start && left.end <= range.end;
  return (isInside || isAround) && edited.slice(range.start, range.end) === quote.exact;
}

function emptyTally(): Tally {
  return {
    kept: 0,
    changed: 0,
    gone: 0,
    keptRight: 0,
    changedRight: 0,
    goneRight: 0,
    claims: 0,
    rightClaims: 0,
    certain: 0,
    certainOther: 0,
    certainElsewhere: 0,
    samples: [],
  };
}

function report(title: string, tally: Tally): void {
  const { kept, changed, gone } = tally;
  rows.push(
    '',
    title,
    `  precision ${share(tally.rightClaims, tally.claims)} of all places given; ` +
      `of ${tally.certain} certain ones ${tally.certainOther} on other words, ` +
      `${tally.certainElsewhere} on the same words at another place`,
    `  recall    ${share(tally.keptRight, kept)} of ${kept} whose words are left as they were, ` +
      `${share(tally.changedRight, changed)} of ${changed} whose words were changed`,
    `  orphans   ${share(tally.goneRight, gone)} of ${gone} whose words are gone`,
  );
  if (process.env['LECTERN_BENCH_SHOW'] !== undefined) {
    const certain = tally.samples.filter((sample) => sample.startsWith('CERTAIN'));
    rows.push(...certain.slice(0, 8), ...tally.samples.slice(0, 14));
  }
}

/** Some paragraphs in a row, up to about 4,000 characters. */
function excerpt(text: string, random: Random): string {
  const start = text.indexOf('\n', random.int(0, Math.max(0, text.length - 4000))) + 1;
  return text.slice(start, start + random.int(600, 4000)).trim();
}

async function corpus(): Promise<string[]> {
  const folders = [join(DATA, 'dumps'), join(import.meta.dirname, '../../resources')];
  const found: string[] = [];
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((one) => /\.(txt|md)$/.test(one))) {
      found.push(toReadingText(await readFile(join(folder, name), 'utf8')));
    }
  }
  return found;
}
