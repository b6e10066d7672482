/** Scores the splitter on real dumps that lie outside the project and are never copied into it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitDump } from '../../../main/core/importers/dump/split.ts';
import { f1, scoreBoundaries } from '../../property/dump/boundary-score.ts';
import type { GoldPost } from '../../property/dump/render.ts';
import { expectTiling } from './tiling.ts';

const DATA = join(
  process.env['LECTERN_REAL_DATA'] ?? join(process.cwd(), '../shared/data'),
  'dumps',
);
const absent = !existsSync(DATA);
const FILES = [
  ['category-page.txt', 'category-page.gold.json'],
  ['B_letsencrypt_equals.txt', 'B_letsencrypt_equals.gold.json'],
  ['C_carpentries_headers.txt', 'C_carpentries_headers.gold.json'],
  ['D_rust_markdown.md', 'D_rust_markdown.gold.json'],
] as const;

interface Gold {
  lines: number;
  posts: (Omit<GoldPost, 'titleLine'> & {
    titleLine?: number;
    subArticles?: { startLine: number }[];
  })[];
}

function readGold(path: string): Gold {
  const gold: Gold = JSON.parse(readFileSync(path, 'utf8'));
  return gold;
}

describe.skipIf(absent)(
  `real dumps${absent ? ` (skipped: no ${DATA}; set LECTERN_REAL_DATA)` : ''}`,
  () => {
    it.each(FILES)('%s is cut where its posts begin', (file, goldFile) => {
      const lines = readFileSync(join(DATA, file), 'utf8').replace(/\n$/, '').split('\n');
      const gold = readGold(join(DATA, goldFile));
      const split = splitDump(lines, { fileName: file, markdown: file.endsWith('.md') });
      expectTiling(split, lines.length);
      const posts = gold.posts.map((post) => ({
        ...post,
        titleLine: post.titleLine ?? post.startLine,
      }));
      const score = scoreBoundaries(posts, split);
      expect(f1(score)).toBeGreaterThanOrEqual(0.97);
      expect(score.titles).toBe(score.hits);
      expect(score.truncated).toBe(score.hits);
      expect(score.afterTeasersFound).toBe(score.afterTeasers);
      const top = new Set(
        split.articles.filter((one) => one.parent === null).map((one) => one.startLine),
      );
      const reprints = gold.posts.flatMap((post) => post.subArticles ?? []);
      expect(reprints.filter((reprint) => top.has(reprint.startLine))).toEqual([]);
    });
  },
);
