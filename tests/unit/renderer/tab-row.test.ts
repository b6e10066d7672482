import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  added,
  freshTab,
  MOST_TABS,
  moved,
  presentOf,
  stepped,
  withArticle,
  without,
  type TabRow,
} from '../../../renderer/src/state/tab-row.ts';

const NOTHING: TabRow = { tabs: [], at: -1 };

function rowOf(...articles: string[]): TabRow {
  return articles.reduce((row, id, at) => added(row, freshTab(at + 1, id), false), NOTHING);
}

const articlesOf = ({ tabs }: TabRow) => tabs.map(({ articleId }) => articleId);

describe('the row of tabs', () => {
  it('shows the first article that is opened, and those opened behind come after it', () => {
    const row = rowOf('a', 'b', 'c');
    expect(articlesOf(row)).toEqual(['a', 'b', 'c']);
    expect(presentOf(row)?.articleId).toBe('a');
  });

  it('opens an article in the present tab and leaves a way back', () => {
    const row = withArticle(withArticle(rowOf('a', 'b'), 'c', 9), 'd', 10);
    expect(articlesOf(row)).toEqual(['d', 'b']);
    const back = stepped(stepped(row, 'back'), 'back');
    expect(presentOf(back)).toMatchObject({ articleId: 'a', back: [], forward: ['d', 'c'] });
    expect(presentOf(stepped(back, 'forward'))?.articleId).toBe('c');
    expect(presentOf(withArticle(back, 'e', 11))?.forward).toEqual([]);
  });

  it('shows the tab after a closed one, or the last', () => {
    const row = { ...rowOf('a', 'b', 'c'), at: 1 };
    expect(presentOf(without(row, 1))?.articleId).toBe('c');
    expect(presentOf(without(row, 0))?.articleId).toBe('b');
    expect(presentOf(without({ ...row, at: 2 }, 2))?.articleId).toBe('b');
    expect(without(rowOf('a'), 0)).toEqual(NOTHING);
  });

  it('drops an old tab that is not shown where there are too many', () => {
    const full = rowOf(...Array.from({ length: MOST_TABS }, (_, at) => `a${at}`));
    const row = added(full, freshTab(1000, 'new'), false);
    expect(row.tabs).toHaveLength(MOST_TABS);
    expect(presentOf(row)?.articleId).toBe('a0');
    expect(articlesOf(row)).not.toContain('a1');
  });

  it('always shows one of its tabs, keeps each but the closed, and moves none away from view', () => {
    const step = fc.record({
      what: fc.constantFrom('add', 'show', 'close', 'move', 'open', 'back', 'forward'),
      from: fc.nat(9),
      to: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let row = NOTHING;
        steps.forEach(({ what, from, to }, at) => {
          const before = row;
          const tab = freshTab(at + 1, `a${at}`);
          if (what === 'add' || what === 'show') row = added(row, tab, what === 'show');
          else if (what === 'open') row = withArticle(row, `a${from}`, at + 1);
          else if (what === 'back' || what === 'forward') row = stepped(row, what);
          else if (row.tabs[from] === undefined) return;
          else if (what === 'close') row = without(row, from);
          else row = moved(row, from, Math.min(to, row.tabs.length - 1));
          expect(row.at === -1).toBe(row.tabs.length === 0);
          expect(row.at).toBeLessThan(row.tabs.length);
          expect(new Set(row.tabs.map(({ id }) => id)).size).toBe(row.tabs.length);
          if (what === 'move') {
            expect(articlesOf(row).toSorted()).toEqual(articlesOf(before).toSorted());
            expect(presentOf(row)).toEqual(presentOf(before));
          }
        });
      }),
    );
  });
});
