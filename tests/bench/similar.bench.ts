/**
 * `npx vitest bench tests/bench/similar.bench.ts --run` prints how many articles with part of their
 * words changed are found again among the others, how many are found that are no copies, and what
 * fingerprinting and looking up costs. LECTERN_BENCH_ARTICLES (20,000) sets how many.
 */
import { bench, describe } from 'vitest';
import { fingerprintOf } from '../../main/core/similar/fingerprint.ts';
import { LEAST_COMMON, LEAST_LIKENESS } from '../../main/core/similar/likeness.ts';
import { Postings } from '../../main/core/similar/postings.ts';

const ARTICLES = Number(process.env['LECTERN_BENCH_ARTICLES'] ?? 20_000);
const ASKED = 500;
const WORDS = 400;
/** Frequent words are frequent, as in a language: shingles of them recur. */
const VOCABULARY = 20_000;
const rows: string[] = [`${ARTICLES} articles of ${WORDS} words`];

const postings = new Postings();
const lengths: number[] = [];
const made = milliseconds(() => {
  for (let nth = 0; nth < ARTICLES; nth += 1) {
    const fingerprint = fingerprintOf(wordsOf(nth).join(' '));
    postings.add(nth, fingerprint);
    lengths.push(fingerprint.length);
  }
});
row('make the texts and fingerprint them', `${(made / 1000).toFixed(1)} s`);
row('numbers kept a text', (lengths.reduce((sum, one) => sum + one, 0) / ARTICLES).toFixed(0));
row('sort them for the first look', `${milliseconds(() => found(wordsOf(0), 0)).toFixed(0)} ms`);
for (const part of [0.05, 0.1, 0.2]) measureRecall(part);
console.log(['', ...rows, ''].join('\n'));

describe('similar', () => {
  // vitest bench wants one; the figures above are printed by themselves.
  bench('(see above)', () => {}, { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 });
});

function measureRecall(part: number): void {
  let recalled = 0;
  let wrong = 0;
  const time = milliseconds(() => {
    for (let nth = 0; nth < ASKED; nth += 1) {
      const original = Math.floor((nth * ARTICLES) / ASKED);
      const owners = found(changed(wordsOf(original), part, nth), original);
      if (owners.has(original)) recalled += 1;
      wrong += owners.size - (owners.has(original) ? 1 : 0);
    }
  });
  const figures = `recall ${(recalled / ASKED).toFixed(3)}, ${wrong} wrong, ${(time / ASKED).toFixed(2)} ms each`;
  row(`${part * 100} % of the words changed`, figures);
}

function found(words: readonly string[], original: number): Set<number> {
  const fingerprint = fingerprintOf(words.join(' '));
  const owners = new Set<number>();
  for (const [owner, common] of postings.count(fingerprint)) {
    const shorter = Math.min(fingerprint.length, lengths[owner] ?? lengths[original] ?? 0);
    if (common >= LEAST_COMMON && common >= LEAST_LIKENESS * shorter) owners.add(owner);
  }
  return owners;
}

function changed(words: readonly string[], part: number, seed: number): string[] {
  const next = randomFrom(seed + 7_000_000);
  return words.map((word) => (next() < part ? `changed${Math.floor(next() * 1e6)}` : word));
}

function wordsOf(nth: number): string[] {
  const next = randomFrom(nth);
  return Array.from({ length: WORDS }, () => `w${Math.floor(VOCABULARY ** next()) - 1}`);
}

/** 0..1, the same row for the same seed: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function milliseconds(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function row(what: string, figures: string): void {
  rows.push(`${what.padEnd(38)} ${figures}`);
}
