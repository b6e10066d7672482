/** The articles that are open, as a row of tabs. Pure functions; `open-article.ts` applies them. */

/** What a search has led to: its terms are painted, and the page goes to the offset. */
export interface FoundBy {
  articleId: string;
  terms: string[];
  offset: number | null;
}

export interface Tab {
  id: number;
  articleId: string;
  /** Articles that were open in it before and after the present one. */
  back: readonly string[];
  forward: readonly string[];
  foundBy: FoundBy | null;
  /** The first line in sight when it was left, as an offset; null: where the article was left. */
  offset: number | null;
}

export interface TabRow {
  tabs: readonly Tab[];
  /** The tab that is shown; -1 when nothing is open. */
  at: number;
}

export const MOST_TABS = 100;
const MOST_HISTORY = 100;

export function presentOf({ tabs, at }: TabRow): Tab | null {
  return tabs[at] ?? null;
}

/** Shows another article in the present tab, as a link in a browser does. */
export function withArticle(row: TabRow, articleId: string, newId: number): TabRow {
  const present = presentOf(row);
  if (present === null) return added(row, freshTab(newId, articleId), true);
  if (present.articleId === articleId) return row;
  const back = [...present.back, present.articleId].slice(-MOST_HISTORY);
  return replaced(row, { ...present, articleId, back, forward: [], offset: null, foundBy: null });
}

export function freshTab(id: number, articleId: string, foundBy: FoundBy | null = null): Tab {
  return { id, articleId, back: [], forward: [], foundBy, offset: null };
}

/** A tab at the end; where there are too many, the oldest one goes that isn't shown. */
export function added(row: TabRow, tab: Tab, show: boolean): TabRow {
  const full = row.tabs.length >= MOST_TABS ? without(row, row.at === 0 ? 1 : 0) : row;
  const tabs = [...full.tabs, tab];
  return { tabs, at: show || full.at === -1 ? tabs.length - 1 : full.at };
}

/** The one after a closed tab is shown, or the last. */
export function without({ tabs, at }: TabRow, index: number): TabRow {
  const left = tabs.toSpliced(index, 1);
  const next = index < at ? at - 1 : at;
  return { tabs: left, at: Math.min(next, left.length - 1) };
}

/** Moves a tab to a place among the others; the one that is shown stays the one that is shown. */
export function moved(row: TabRow, from: number, to: number): TabRow {
  const tab = row.tabs[from];
  if (tab === undefined) return row;
  const present = presentOf(row);
  const tabs = row.tabs.toSpliced(from, 1).toSpliced(to, 0, tab);
  return { tabs, at: tabs.findIndex(({ id }) => id === present?.id) };
}

/** One step in the history of the present tab. */
export function stepped(row: TabRow, by: 'back' | 'forward'): TabRow {
  const tab = presentOf(row);
  const other = by === 'back' ? 'forward' : 'back';
  const articleId = tab?.[by].at(-1);
  if (tab === null || articleId === undefined) return row;
  return replaced(row, {
    ...tab,
    [by]: tab[by].slice(0, -1),
    [other]: [...tab[other], tab.articleId],
    articleId,
    offset: null,
    foundBy: null,
  });
}

export function replaced({ tabs, at }: TabRow, tab: Tab): TabRow {
  return { tabs: tabs.map((one) => (one.id === tab.id ? tab : one)), at };
}
