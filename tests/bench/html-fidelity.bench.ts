/**
 * `npx vitest bench tests/bench/html-fidelity.bench.ts --run` scores the import of HTML pages on
 * the shared real pages: titles, bylines and excerpts that are exactly as expected, and the F1 of
 * the body's words (the reading text of our Markdown against the text of the expected page), with
 * the ten worst. LECTERN_REAL_DATA says where the data are; where they are absent, it says so.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { bench, describe } from 'vitest';
import { convertPage } from '../../main/core/importers/html/convert.ts';
import { NO_IMAGES } from '../../main/core/importers/images-beside.ts';
import { paragraphsOf } from '../../main/core/importers/html/page-text.ts';
import { toReadingText } from '../../main/shared/text/reading.ts';
import { z } from 'zod';

const folder = join(
  process.env['LECTERN_REAL_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data'),
  'html',
);
const expectedSchema = z.object({
  title: z.string().nullish(),
  byline: z.string().nullish(),
  excerpt: z.string().nullish(),
  siteName: z.string().nullish(),
  lang: z.string().nullish(),
});
const FIELDS = ['title', 'byline', 'excerpt', 'siteName', 'lang'] as const;

interface Score {
  name: string;
  f1: number;
  ms: number;
  wrong: string[];
}

const names = await readdir(folder).catch(() => null);
if (names === null) {
  console.log(`Skipped: there are no pages in ${folder}.`);
} else {
  const scores: Score[] = [];
  for (const name of names) scores.push(await scorePage(name));
  printScores(scores);
}

describe('HTML fidelity', () => {
  // vitest bench wants one; the scores above are printed by themselves.
  bench('(see above)', () => {}, { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 });
});

async function scorePage(name: string): Promise<Score> {
  const read = (file: string) => readFile(join(folder, name, file), 'utf8');
  const html = await read('source.html');
  const expected = expectedSchema.parse(JSON.parse(await read('expected-metadata.json')));
  const start = performance.now();
  const [article] = [
    ...convertPage({
      html,
      url: null,
      parts: [],
      fileName: `${name}.html`,
      beside: NO_IMAGES,
      lines: 1,
    }).articles,
  ];
  const ms = performance.now() - start;
  if (article === undefined) throw new Error(`No article in ${name}`);
  const found = { ...article, siteName: article.origin };
  const wrong = FIELDS.filter((field) => found[field] !== (expected[field] ?? null));
  const gold = paragraphsOf(fromHtml(await read('expected.html'), { fragment: true })).join('\n');
  const f1 = tokenF1(tokensOf(gold), tokensOf(toReadingText(article.markdown)));
  return {
    name,
    f1,
    ms,
    wrong: wrong.map((field) => `${field}: ${expected[field] ?? null} ≠ ${found[field]}`),
  };
}

function tokensOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Of the multisets of tokens. */
function tokenF1(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const token of one) counts.set(token, (counts.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of other) {
    const left = counts.get(token) ?? 0;
    if (left > 0) shared += 1;
    counts.set(token, left - 1);
  }
  return one.length + other.length === 0 ? 1 : (2 * shared) / (one.length + other.length);
}

function printScores(scores: Score[]): void {
  const worst = scores.toSorted((one, other) => one.f1 - other.f1);
  const mean = scores.reduce((total, { f1 }) => total + f1, 0) / scores.length;
  const median = worst[Math.floor(worst.length / 2)]?.f1 ?? 0;
  console.log(`${scores.length} pages: F1 median ${median.toFixed(4)}, mean ${mean.toFixed(4)}`);
  for (const field of FIELDS) {
    const right = scores.filter(({ wrong }) => !wrong.some((each) => each.startsWith(field)));
    console.log(`${field.padEnd(9)} exact on ${right.length} of ${scores.length}`);
  }
  console.log('the ten worst:');
  for (const { name, f1 } of worst.slice(0, 10)) console.log(`  ${f1.toFixed(4)} ${name}`);
  for (const { name, wrong } of scores) {
    for (const each of wrong) console.log(`  ${name}: ${each.slice(0, 160)}`);
  }
  const slowest = scores.toSorted((one, other) => other.ms - one.ms).slice(0, 3);
  const shown = slowest.map(({ name, ms }) => `${name} ${ms.toFixed(0)} ms`);
  console.log(`${sum(scores).toFixed(0)} ms in all; slowest: ${shown.join(', ')}`);
}

function sum(scores: readonly Score[]): number {
  return scores.reduce((total, { ms }) => total + ms, 0);
}
