import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDump } from '../../../main/core/importers/dump/split.ts';
import { expectTiling } from '../../unit/dump/tiling.ts';
import { addScores, f1, scoreBoundaries, type BoundaryScore } from './boundary-score.ts';
import { generateDump, LAYOUT_NAMES } from './generate.ts';

const LEAST_F1 = 0.97;
const DUMPS_A_LAYOUT = 12;

function scoreLayout(layout: (typeof LAYOUT_NAMES)[number]): BoundaryScore {
  const scores = Array.from({ length: DUMPS_A_LAYOUT }, (_, i) => {
    const dump = generateDump(1 + i * 7919, { layout });
    return scoreBoundaries(dump.posts, splitDump(dump.lines, { markdown: dump.markdown }));
  });
  return scores.reduce(addScores);
}

describe('generated dumps of every layout and language', () => {
  const scores = LAYOUT_NAMES.map((layout) => ({ layout, score: scoreLayout(layout) }));
  const total = scores.map((one) => one.score).reduce(addScores);

  it(`are cut with an F1 of ${LEAST_F1} or more over all`, () => {
    expect(f1(total)).toBeGreaterThanOrEqual(LEAST_F1);
  });

  it.each(scores)('$layout: at least 0.9', ({ score }) => {
    expect(f1(score)).toBeGreaterThanOrEqual(0.9);
  });

  it('have every post after a teaser found', () => {
    expect(total.afterTeasersFound).toBe(total.afterTeasers);
    expect(total.afterTeasers).toBeGreaterThan(100);
  });

  it('have the right titles on nearly all hits', () => {
    expect(total.titles / total.hits).toBeGreaterThanOrEqual(0.99);
    expect(total.truncated / total.hits).toBeGreaterThanOrEqual(0.97);
  });
});

type Mutation = { at: number; kind: 'drop' | 'double' | 'blank' | 'swap' | 'cut' | 'noise' };

const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({
    at: fc.nat(2000),
    kind: fc.constantFrom('drop', 'double', 'blank', 'swap', 'cut', 'noise'),
  }),
  { maxLength: 30 },
);

function mutate(lines: readonly string[], changes: readonly Mutation[]): string[] {
  const mutated = [...lines];
  for (const { at, kind } of changes) {
    const place = mutated.length === 0 ? 0 : at % mutated.length;
    const line = mutated[place] ?? '';
    if (kind === 'drop') mutated.splice(place, 1);
    else if (kind === 'double') mutated.splice(place, 0, line);
    else if (kind === 'blank') mutated.splice(place, 0, '', '');
    else if (kind === 'swap')
      mutated.splice(place, 2, ...mutated.slice(place, place + 2).reverse());
    else if (kind === 'cut') mutated[place] = line.slice(0, line.length >> 1);
    else mutated[place] = `\f${line}\u00a0`;
  }
  return mutated;
}

describe('every line is accounted for', { timeout: 60_000 }, () => {
  it('in generated dumps that were damaged at random', () => {
    fc.assert(
      fc.property(fc.nat(100_000), mutations, (seed, changes) => {
        const lines = mutate(generateDump(seed).lines, changes);
        expectTiling(splitDump(lines), lines.length);
      }),
      { numRuns: 60 },
    );
  });

  it('in files of arbitrary lines', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        '',
        '',
        '====',
        '* * *',
        '---',
        '# A',
        '## B',
        'Title: x',
        'Date: 2021-01-01',
      ),
      fc.constantFrom('1. One', '2. Two', '3. Three', '1 of 3', '2 of 3', 'Read more', '\f', '```'),
      fc.constantFrom(
        'Continue reading A title of some words',
        'A title of some words',
        'By Ann Lee',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        expectTiling(splitDump(lines), lines.length);
      }),
      { numRuns: 600 },
    );
  });
});
