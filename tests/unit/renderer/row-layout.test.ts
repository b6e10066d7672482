import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutRows } from '../../../renderer/src/features/library/row-layout.ts';

/** Groups of these sizes, one after another. */
function groupsOf(sizes: readonly number[]) {
  let start = 0;
  return sizes.map((count, at) => {
    const group = { key: `group ${at}`, start, count };
    start += count;
    return group;
  });
}

describe('the rows of a list', () => {
  it('without groups are its articles', () => {
    const { count, at, rowOf, headingAbove } = layoutRows(3, []);
    expect(count).toBe(3);
    expect(at(2)).toEqual({ index: 2 });
    expect(rowOf(2)).toBe(2);
    expect(headingAbove(2)).toBeNull();
  });

  it('have a heading before each group', () => {
    const groups = groupsOf([2, 1]);
    const { count, at, rowOf, headingAbove } = layoutRows(3, groups);
    expect(Array.from({ length: count }, (_, row) => at(row))).toEqual([
      { group: groups[0] },
      { index: 0 },
      { index: 1 },
      { group: groups[1] },
      { index: 2 },
    ]);
    expect([0, 1, 2].map(rowOf)).toEqual([1, 2, 4]);
    expect([0, 2, 3, 4].map(headingAbove)).toEqual([0, 0, 3, 3]);
  });

  it('lead from each article to its row and back, whatever the groups', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 40 }), (sizes) => {
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const { count, at, rowOf } = layoutRows(total, groupsOf(sizes));
        expect(count).toBe(total + sizes.length);
        const seen: number[] = [];
        for (let row = 0; row < count; row += 1) {
          const shown = at(row);
          if (!('index' in shown)) continue;
          expect(rowOf(shown.index)).toBe(row);
          seen.push(shown.index);
        }
        expect(seen).toEqual(Array.from({ length: total }, (_, index) => index));
      }),
    );
  });
});
