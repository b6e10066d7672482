/** Two tabs beside each other: a pair, shown while one of the two is the present tab. */
import { openArticle, nextTabId, showTab } from './open-article.ts';
import { added, freshTab, moved, type Tab } from './tab-row.ts';
import { useView, type View } from './view.ts';

const { getState: view, setState: setView } = useView;

type Rows = Pick<View, 'tabs' | 'tabAt' | 'pair'>;

/** The tabs that are shown, in their order: one, two of a pair, or none. */
export function sidesOf({ tabs, tabAt, pair }: Rows): readonly Tab[] {
  const present = tabs[tabAt];
  if (present === undefined) return [];
  const both = tabs.filter(({ id }) => pair?.includes(id));
  return both.length === 2 && both.includes(present) ? both : [present];
}

export function isPairShown(): boolean {
  return sidesOf(view()).length === 2;
}

/** Shows another tab beside the present one; the present one stays the one that keys act on. */
export function showBeside(index: number): void {
  const { tabs, tabAt } = view();
  const [present, other] = [tabs[tabAt], tabs[index]];
  if (present === undefined || other === undefined || present === other) return;
  setView({ pair: [present.id, other.id] });
}

/** Opens an article in a tab of its own, right after the present one, and shows both. */
export function openBeside(id: string): void {
  const { tabs, tabAt } = view();
  const present = tabs[tabAt];
  if (present === undefined) return openArticle(id);
  const there = tabs.findIndex(({ articleId }, index) => articleId === id && index !== tabAt);
  if (there !== -1) return showBeside(there);
  const row = added({ tabs, at: tabAt }, freshTab(nextTabId(), id), false);
  const { tabs: all, at } = moved(row, row.tabs.length - 1, row.at + 1);
  const other = all[at + 1];
  setView({ tabs: all, tabAt: at, pair: other === undefined ? null : [present.id, other.id] });
}

/** One article alone; without a pair, the present tab and its neighbour beside each other. */
export function togglePair(): void {
  const { tabs, tabAt } = view();
  if (isPairShown()) setView({ pair: null });
  else showBeside(tabAt === tabs.length - 1 ? tabAt - 1 : tabAt + 1);
}

/** From here on keys, list and notes are about this one of the two. */
export function makePresent(tabId: number): void {
  const { tabs, tabAt } = view();
  const at = tabs.findIndex(({ id }) => id === tabId);
  if (at !== tabAt) showTab(at);
}

export function goToOtherSide(): void {
  const { tabs, tabAt } = view();
  const other = sidesOf(view()).find(({ id }) => id !== tabs[tabAt]?.id);
  if (other !== undefined) makePresent(other.id);
}

export function toggleLinkedScroll(): void {
  setView(({ linkedScroll }) => ({ linkedScroll: !linkedScroll }));
}
