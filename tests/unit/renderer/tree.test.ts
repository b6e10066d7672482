import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOf, toTree, type Branch } from '../../../renderer/src/features/library/tree.ts';

interface Item {
  id: string;
  parentId: string | null;
}

function idsIn(branches: readonly Branch<Item>[]): string[] {
  return branches.flatMap(({ item, children }) => [item.id, ...idsIn(children)]);
}

describe('a tree of what lies inside each other', () => {
  it('keeps the order given, and has at the top what lies in nothing known', () => {
    const items: Item[] = [
      { id: 'b', parentId: 'a' },
      { id: 'a', parentId: null },
      { id: 'c', parentId: 'gone' },
      { id: 'd', parentId: 'b' },
    ];
    expect(idsIn(toTree(items))).toEqual(['a', 'b', 'd', 'c']);
    const [, , , last] = items;
    expect(last && pathOf(last, items).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });

  it('has every item once, also where some lie inside each other in a ring', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const items = fc.uniqueArray(fc.record({ id, parentId: fc.option(id) }), {
      selector: (item) => item.id,
    });
    fc.assert(
      fc.property(items, (all) => {
        expect(idsIn(toTree(all)).toSorted()).toEqual(all.map((item) => item.id).toSorted());
        for (const item of all) expect(pathOf(item, all).at(-1)).toBe(item);
      }),
    );
  });
});
