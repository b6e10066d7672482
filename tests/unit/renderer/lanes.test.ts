import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANES, lanesOf, overlapping } from '../../../renderer/src/features/reader/lanes.ts';

const ranged = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })), { maxLength: 30 })
  .map((all) =>
    all.map(([start, length], index) => ({
      id: `h${index}`,
      range: { start, end: start + length },
    })),
  );

describe('lanes of highlights', () => {
  it('puts what is enclosed above what encloses it', () => {
    const lanes = lanesOf([
      { id: 'inner', range: { start: 5, end: 9 } },
      { id: 'outer', range: { start: 0, end: 20 } },
      { id: 'after', range: { start: 20, end: 30 } },
    ]);
    expect(Object.fromEntries(lanes)).toEqual({ outer: 0, inner: 1, after: 0 });
  });

  it('never lets two overlap in a lane but the last', () => {
    fc.assert(
      fc.property(ranged, (all) => {
        const lanes = lanesOf(all);
        expect(lanes.size).toBe(all.length);
        for (const a of all) {
          for (const b of all) {
            const meet = a !== b && a.range.start < b.range.end && b.range.start < a.range.end;
            const lane = lanes.get(a.id) ?? 0;
            if (meet && lane < LANES - 1) expect(lanes.get(b.id)).not.toBe(lane);
          }
        }
      }),
    );
  });

  it('knows which hang together', () => {
    const all = [
      { id: 'a', range: { start: 0, end: 5 } },
      { id: 'b', range: { start: 4, end: 9 } },
      { id: 'c', range: { start: 8, end: 12 } },
      { id: 'd', range: { start: 12, end: 14 } },
    ];
    expect(overlapping(all, 'c')).toEqual(['a', 'b', 'c']);
    expect(overlapping(all, 'd')).toEqual(['d']);
    expect(overlapping(all, 'none')).toEqual([]);
  });
});
