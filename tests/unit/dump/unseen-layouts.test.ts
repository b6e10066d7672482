/** Dumps in layouts that nothing in the splitter or in the generator was written for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { splitDump } from '../../../main/core/importers/dump/split.ts';
import { f1, scoreBoundaries } from '../../property/dump/boundary-score.ts';
import { readFixture } from './read-fixture.ts';
import { expectTiling } from './tiling.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/dump/unseen');
const LEAST_F1 = 0.9;

const goldShape = z.object({
  lines: z.number(),
  posts: z.array(
    z.object({
      title: z.string(),
      /** Where it begins: at its title or at what stands over it. */
      startLine: z.number(),
      titleLine: z.number(),
      truncated: z.boolean(),
      teaserLine: z.number().nullable(),
    }),
  ),
});

describe('layouts that were not foreseen', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))(
    '%s is cut where its articles begin',
    (name) => {
      const lines = readFixture(`unseen/${name}`);
      const text = readFileSync(join(FOLDER, `${name}.gold.json`), 'utf8');
      const gold = goldShape.parse(JSON.parse(text));
      expect(lines).toHaveLength(gold.lines);
      const split = splitDump(lines, { fileName: name });
      expectTiling(split, lines.length);
      const score = scoreBoundaries(gold.posts, split);
      expect(f1(score)).toBeGreaterThanOrEqual(LEAST_F1);
      expect(score.titles).toBe(score.hits);
      expect(score.truncated).toBe(score.hits);
      expect(score.afterTeasersFound).toBe(score.afterTeasers);
    },
  );
});
