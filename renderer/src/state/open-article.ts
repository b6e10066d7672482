/** Opening articles: in the present tab, as a browser opens links, or in a tab of their own behind. */
import {
  added,
  freshTab,
  MOST_TABS,
  moved,
  presentOf,
  replaced,
  stepped,
  withArticle,
  without,
  type FoundBy,
  type Tab,
  type TabRow,
} from './tab-row.ts';
import { LIBRARY, useView, type View } from './view.ts';

const { getState: view, setState: setView } = useView;

type Found = Omit<FoundBy, 'articleId'>;

const MOST_CLOSED = 25;

let lastTabId = 0;

export function nextTabId(): number {
  lastTabId += 1;
  return lastTabId;
}

function rowOf({ tabs, tabAt }: View): TabRow {
  return { tabs, at: tabAt };
}

/** What the view is once a row is shown. */
function shown(row: TabRow): Partial<View> {
  const present = presentOf(row);
  return {
    tabs: row.tabs,
    tabAt: row.at,
    articleId: present?.articleId ?? null,
  };
}

/** What was chosen in the article that was open before. */
const NOTHING_CHOSEN = { annotationId: null, editing: null, reattaching: null, cameFrom: null };

function show(row: TabRow): void {
  setView({ ...shown(row), ...NOTHING_CHOSEN, pane: 'reader', screen: LIBRARY });
}

export function openArticle(id: string, found: Found | null = null): void {
  const row = withArticle(rowOf(view()), id, nextTabId());
  const tab = presentOf(row);
  const foundBy = found === null ? null : { articleId: id, ...found };
  show(tab === null ? row : replaced(row, { ...tab, foundBy }));
}

/** Opens an article in a tab behind; one that waits in such a tab already gets no second one. */
export function openBehind(id: string, found: Found | null = null): void {
  const row = rowOf(view());
  if (row.at === -1) return openArticle(id, found);
  const foundBy = found === null ? null : { articleId: id, ...found };
  const there = row.tabs.find(({ articleId }, index) => articleId === id && index !== row.at);
  const next =
    there === undefined
      ? added(row, freshTab(nextTabId(), id, foundBy), false)
      : replaced(row, { ...there, foundBy: foundBy ?? there.foundBy });
  setView(shown(next));
}

export function goBack(): void {
  const row = rowOf(view());
  if (presentOf(row)?.back.length) show(stepped(row, 'back'));
}

export function goForward(): void {
  const row = rowOf(view());
  if (presentOf(row)?.forward.length) show(stepped(row, 'forward'));
}

export function showTab(index: number): void {
  const row = rowOf(view());
  if (row.tabs[index] === undefined) return;
  if (index !== row.at) show({ ...row, at: index });
  else setView({ pane: 'reader', screen: LIBRARY });
}

/** To the next or the previous tab, round the ends. */
export function stepTab(by: 1 | -1): void {
  const { tabs, tabAt } = view();
  if (tabs.length > 1) showTab((tabAt + by + tabs.length) % tabs.length);
}

export function moveTab(from: number, to: number): void {
  setView(shown(moved(rowOf(view()), from, to)));
}

export function closeTab(index: number): void {
  const row = rowOf(view());
  const closed = row.tabs[index];
  if (closed === undefined) return;
  noteClosed([closed]);
  leave(row, without(row, index));
}

export function closeOtherTabs(index: number): void {
  const { tabs } = view();
  const kept = tabs[index];
  if (kept === undefined) return;
  noteClosed(tabs.filter(({ id }) => id !== kept.id));
  leave(rowOf(view()), { tabs: [kept], at: 0 });
}

function noteClosed(closed: readonly Tab[]): void {
  setView(({ closedTabs }) => ({ closedTabs: [...closedTabs, ...closed].slice(-MOST_CLOSED) }));
}

/** Shows a row in which tabs are gone; the list where none is left. */
function leave(before: TabRow, after: TabRow): void {
  const present = presentOf(after);
  if (present?.id === presentOf(before)?.id) return setView(shown(after));
  setView({ ...shown(after), ...NOTHING_CHOSEN });
  if (present === null) setView({ focusMode: false, pane: 'list' });
}

/** The tab that was closed last, with its history. */
export function reopenTab(): void {
  const { closedTabs } = view();
  const tab = closedTabs.at(-1);
  if (tab === undefined) return;
  setView({ closedTabs: closedTabs.slice(0, -1) });
  show(added(rowOf(view()), tab, true));
}

/** Articles that are gone leave no tab behind. */
export function closeArticles(gone: readonly string[]): void {
  const row = rowOf(view());
  const there = row.tabs.filter(({ articleId }) => !gone.includes(articleId));
  if (there.length === row.tabs.length) return;
  const at = row.tabs.slice(0, row.at + 1).filter((tab) => there.includes(tab)).length;
  const stays = there.includes(row.tabs[row.at] ?? freshTab(0, ''));
  const next = stays ? at - 1 : Math.min(at, there.length - 1);
  leave(row, { tabs: there, at: next });
}

export function offsetLeftAt(tabId: number, articleId: string): number | null {
  const tab = view().tabs.find(({ id }) => id === tabId);
  return tab?.articleId === articleId ? tab.offset : null;
}

/** Where a tab was left in its article. */
export function noteOffset(tabId: number, articleId: string, offset: number): void {
  const row = rowOf(view());
  const tab = row.tabs.find(({ id }) => id === tabId);
  if (tab?.articleId === articleId) setView({ tabs: replaced(row, { ...tab, offset }).tabs });
}

export interface SavedTab {
  articleId: string;
  back: readonly string[];
  forward: readonly string[];
}

/** Opens the tabs of the last time; the list stays in front where there is room for one pane only. */
export function restoreTabs(saved: readonly SavedTab[], presentId: string): void {
  const tabs = saved.slice(0, MOST_TABS).map((tab): Tab => ({
    ...freshTab(nextTabId(), tab.articleId),
    back: tab.back,
    forward: tab.forward,
  }));
  const at = tabs.findIndex(({ articleId }) => articleId === presentId);
  setView(shown({ tabs, at: Math.max(at, tabs.length === 0 ? -1 : 0) }));
}

export interface ChangedPlace {
  articleId: string;
  annotationId: string | null;
  /** In the reading text; null where there is no one place. */
  offset: number | null;
}

/** Goes to what undo or redo has changed, from wherever in the library one is. */
export function showChanged({ articleId, annotationId, offset }: ChangedPlace): void {
  const { screen, articleId: open } = view();
  if (screen.name !== LIBRARY.name) return;
  const found = offset === null ? null : { terms: [], offset };
  if (open !== articleId) openArticle(articleId, found);
  else if (found !== null) {
    const row = rowOf(view());
    const tab = presentOf(row);
    if (tab !== null) setView(shown(replaced(row, { ...tab, foundBy: { articleId, ...found } })));
  }
  setView({ annotationId, editing: null });
}
