/**
 * `npx vitest bench tests/bench/segmentation.bench.ts --run` prints how well dumps are split: the
 * real ones of LECTERN_REAL_DATA or `../shared/data`, where they are, and generated ones, by layout.
 * LECTERN_BENCH_DUMPS (40) sets how many of each layout.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bench, describe } from 'vitest';
import { splitDump } from '../../main/core/importers/dump/split.ts';
import { splitLines } from '../../main/core/importers/lines.ts';
import { f1, scoreBoundaries } from '../property/dump/boundary-score.ts';
import { generateDump, LAYOUT_NAMES } from '../property/dump/generate.ts';
import type { GoldPost } from '../property/dump/render.ts';

const DUMPS = Number(process.env['LECTERN_BENCH_DUMPS'] ?? 40);
const rows: string[] = [];

interface Gold {
  posts: (Omit<GoldPost, 'titleLine'> & { titleLine?: number })[];
}

await scoreRealDumps();
for (const layout of LAYOUT_NAMES) scoreGenerated(layout);
console.log(['', ...rows, ''].join('\n'));

describe('segmentation', () => {
  // vitest bench wants one; the scores above are printed by themselves.
  bench('(see above)', () => {}, { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 });
});

async function scoreRealDumps(): Promise<void> {
  const data = process.env['LECTERN_REAL_DATA'] ?? resolve('../shared/data');
  const folder = join(data, 'dumps');
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) row('real dumps', `skipped: there is no ${folder}`);
  for (const name of names.filter((one) => one.endsWith('.gold.json'))) {
    const stem = name.replace('.gold.json', '.');
    const file = names.find((one) => one.startsWith(stem) && one !== name);
    if (file === undefined) continue;
    const gold: Gold = JSON.parse(await readFile(join(folder, name), 'utf8'));
    const posts = gold.posts.map((post) => ({
      ...post,
      titleLine: post.titleLine ?? post.startLine,
    }));
    const lines = splitLines(await readFile(join(folder, file), 'utf8'));
    const split = splitDump(lines, { fileName: file, markdown: file.endsWith('.md') });
    const score = scoreBoundaries(posts, split);
    const { hits, titles, truncated } = score;
    row(file, `F1 ${f1(score).toFixed(3)}, titles ${titles}/${hits}, teasers ${truncated}/${hits}`);
  }
}

function scoreGenerated(layout: (typeof LAYOUT_NAMES)[number]): void {
  let [sum, hits, titles, truncated] = [0, 0, 0, 0];
  for (let seed = 1; seed <= DUMPS; seed += 1) {
    const { lines, posts, markdown } = generateDump(seed * 1009, { layout });
    const score = scoreBoundaries(posts, splitDump(lines, { markdown }));
    sum += f1(score);
    hits += score.hits;
    titles += score.titles;
    truncated += score.truncated;
  }
  const mean = (sum / DUMPS).toFixed(3);
  row(`generated, ${layout}`, `F1 ${mean}, titles ${titles}/${hits}, teasers ${truncated}/${hits}`);
}

function row(what: string, figures: string): void {
  rows.push(`${what.padEnd(34)} ${figures}`);
}
