import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDump } from '../../../main/core/importers/dump/split.ts';
import { applyRevision } from '../../../main/core/importers/revise/apply-revision.ts';
import { outlineOf, tiles } from '../../../main/core/importers/revise/outline.ts';
import { applyRules } from '../../../main/core/importers/rules/apply-rules.ts';
import { foldLines } from '../../../main/core/importers/rules/match-lines.ts';
import { suggestRules } from '../../../main/core/importers/rules/suggest.ts';
import type { Revision } from '../../../main/shared/revisions.ts';
import { RULE_EFFECTS } from '../../../main/shared/rules.ts';
import { toLikeWithNumbers } from '../../../main/shared/text/like.ts';
import { generateDump } from '../dump/generate.ts';

/** Of a line of the file: how much of it the rule goes by. */
const wishes = fc.array(
  fc.record({
    effect: fc.constantFrom(...RULE_EFFECTS),
    at: fc.nat(1_000_000),
    words: fc.integer({ min: 0, max: 4 }),
    after: fc.boolean(),
    capitals: fc.boolean(),
    alone: fc.boolean(),
  }),
  { maxLength: 8 },
);

function setUp(seed: number) {
  const { lines, markdown } = generateDump(seed);
  const outline = outlineOf({ lines: lines.length, ...splitDump(lines, { markdown }) });
  if (outline === null) throw new Error('The split does not tile the file');
  return { outline, lines: foldLines(lines) };
}

describe('rules, whatever they say', () => {
  it('leave every line in exactly one article or unassigned range', () => {
    fc.assert(
      fc.property(fc.nat(100_000), wishes, (seed, list) => {
        const { outline, lines } = setUp(seed);
        const rules = list.map(({ effect, at, words, after, capitals, alone }, nth) => {
          const text = lines.texts[at % lines.texts.length] ?? '';
          const beginning = toLikeWithNumbers(text.split(' ').slice(0, words).join(' '));
          return {
            name: `Rule ${nth}`,
            effect,
            lines: { like: `${beginning}*`, after: after ? '*' : null, capitals, alone },
          };
        });
        const applied = applyRules(outline, lines, rules);
        expect(tiles(applied.outline, lines.texts.length)).toBe(true);
        expect(applied.revisions.reduce(applyRevision, outline)).toEqual(applied.outline);
        expect(applied.changes.reduce((sum, each) => sum + each, 0)).toBe(applied.revisions.length);
        expect(applied.revisions.every(({ by }) => by !== undefined)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('make the corrections that they were suggested for', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(1000), fc.nat(2), (seed, at, kind) => {
        const { outline, lines } = setUp(seed);
        const starts = outline.flatMap((each) => (each.article === null ? [] : [each.startLine]));
        const line = starts.at((at % starts.length) + 1) ?? starts.at(-1) ?? 1;
        if (starts.length < 2 || line === starts[0]) return;
        const [revision]: Revision[] =
          kind === 0
            ? [{ kind: 'merge', line }]
            : kind === 1
              ? [{ kind: 'section', line }]
              : [{ kind: 'leaveOut', line }];
        if (revision === undefined) return;
        for (const { effect, lines: pattern, covers } of suggestRules(outline, [revision], lines)) {
          expect(covers).toBe(1);
          const rule = { name: 'Suggested', effect, lines: pattern };
          const { revisions } = applyRules(outline, lines, [rule]);
          expect(revisions).toContainEqual({ ...revision, by: 'Suggested' });
        }
      }),
      { numRuns: 60 },
    );
  });
});
