/**
 * What is on the screen. Nothing here is kept between starts except what the settings hold
 * (theme, text, panes, the last article); everything else starts fresh.
 */
import { create } from 'zustand';
import type { ImportPlan } from '../../../main/shared/contract.ts';
import type { ListConditions, Place, SmartList } from '../../../main/shared/lists.ts';

export type DialogName =
  | { name: 'palette' }
  | { name: 'help' }
  | { name: 'activity' }
  | { name: 'export' }
  | { name: 'source'; articleId: string }
  | { name: 'tag'; articleIds: string[]; remove: boolean }
  | { name: 'collect'; articleIds: string[] }
  | { name: 'smartList'; list: SmartList | null; conditions: ListConditions }
  | { name: 'moveCollection'; id: string }
  | { name: 'chooseCollection'; run: (id: string) => unknown }
  | ({ name: 'name' } & Naming)
  | ({ name: 'confirm' } & Confirmation);

/** What an import was asked to read; null for what has no files of its own. */
export interface GivenPaths {
  paths: string[];
  /** Instead of those that are guessed, by path. */
  encodings: Record<string, string>;
  /** Whether the comments on posts are taken as well. */
  comments: boolean;
}

/** A view that fills the window; Escape leads back to the library. */
export type ScreenName =
  | { name: 'library' }
  | { name: 'review'; plan: ImportPlan; given: GivenPaths | null }
  | { name: 'compare'; articleId: string }
  | { name: 'codebook' }
  | { name: 'tray' }
  | { name: 'notes' }
  /** At one of its entries, or at the beginning. */
  | { name: 'settings'; at: string | null };

const LIBRARY: ScreenName = { name: 'library' };

/** A question for a name. */
export interface Naming {
  title: string;
  label: string;
  value: string;
  /** What the button says that takes the name. */
  action: string;
  run: (name: string) => Promise<unknown>;
}

/** A question before something that can't be undone. */
export interface Confirmation {
  title: string;
  text: string;
  /** What the button says that does it. */
  action: string;
  run: () => Promise<unknown>;
}

export interface Notice {
  id: number;
  kind: 'done' | 'failed' | 'working';
  text: string;
  action?: { label: string; run: () => void };
}

/** Which pane is shown where there is room for one only. */
export type Pane = 'places' | 'list' | 'reader' | 'notes';

interface View {
  /** What the list holds; how it is shown is a matter of the settings. */
  list: ListConditions;
  /** Articles whose sections are shown under them. */
  unfolded: readonly string[];
  /** The smart list that the list was shown by. */
  smartListId: string | null;
  articleId: string | null;
  /** Nothing but the text of the open article is shown. */
  focusMode: boolean;
  /** Articles opened before and after the present one. */
  back: string[];
  forward: string[];
  query: string;
  /** The search the open article was found by, for painting its matches. */
  foundBy: { articleId: string; terms: string[]; offset: number | null } | null;
  annotationId: string | null;
  /** What of the focused annotation is being edited. */
  editing: 'note' | 'tags' | null;
  /** The highlight that other words are being chosen for, and the words it had. */
  reattaching: { id: string; words: string } | null;
  screen: ScreenName;
  /** The screen that led to the passage being read, for the way back. */
  cameFrom: ScreenName | null;
  dialog: DialogName | null;
  notices: Notice[];
  pane: Pane;
}

export const useView = create<View>()(() => ({
  list: { place: 'library' },
  unfolded: [],
  smartListId: null,
  articleId: null,
  focusMode: false,
  back: [],
  forward: [],
  query: '',
  foundBy: null,
  annotationId: null,
  editing: null,
  reattaching: null,
  screen: LIBRARY,
  cameFrom: null,
  dialog: null,
  notices: [],
  pane: 'list',
}));

const { getState: view, setState: setView } = useView;

const MOST_HISTORY = 100;

export function showPlace(place: Place): void {
  showConditions({ place });
}

/** Another list, in the order of the present one. */
export function showConditions(
  conditions: Partial<ListConditions>,
  smartListId: string | null = null,
): void {
  setView({
    smartListId,
    list: { place: 'library', ...conditions },
    unfolded: [],
    query: '',
    pane: 'list',
    screen: LIBRARY,
    cameFrom: null,
  });
}

/** Narrows the present list to articles with these words in title, author or source. */
export function filterList(words: string): void {
  setView(({ list: { words: _, ...list } }) => ({
    list: words === '' ? list : { ...list, words },
  }));
}

/** Shows the sections of an article under it, or hides them. */
export function foldSections(id: string, open: boolean): void {
  setView(({ unfolded }) => ({
    unfolded: [...unfolded.filter((other) => other !== id), ...(open ? [id] : [])],
  }));
}

export function openArticle(
  id: string,
  found: { terms: string[]; offset: number | null } | null = null,
): void {
  setView(({ articleId, back }) => ({
    articleId: id,
    reattaching: null,
    annotationId: null,
    editing: null,
    cameFrom: null,
    foundBy: found === null ? null : { articleId: id, ...found },
    pane: 'reader',
    screen: LIBRARY,
    ...(articleId === null || articleId === id
      ? {}
      : { back: [...back, articleId].slice(-MOST_HISTORY), forward: [] }),
  }));
}

export function goBack(): void {
  const { back, articleId, forward } = view();
  const previous = back.at(-1);
  if (previous === undefined) return;
  setView({
    articleId: previous,
    back: back.slice(0, -1),
    forward: articleId === null ? forward : [...forward, articleId],
    annotationId: null,
    editing: null,
    foundBy: null,
    pane: 'reader',
    screen: LIBRARY,
  });
}

export function goForward(): void {
  const { back, articleId, forward } = view();
  const next = forward.at(-1);
  if (next === undefined) return;
  setView({
    articleId: next,
    forward: forward.slice(0, -1),
    back: articleId === null ? back : [...back, articleId],
    annotationId: null,
    editing: null,
    foundBy: null,
    pane: 'reader',
    screen: LIBRARY,
  });
}

export function closeArticle(): void {
  setView({
    articleId: null,
    focusMode: false,
    annotationId: null,
    editing: null,
    foundBy: null,
    cameFrom: null,
    pane: 'list',
  });
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
  else if (found !== null) setView({ foundBy: { articleId, ...found } });
  setView({ annotationId, editing: null });
}

export function focusAnnotation(id: string | null, editing: View['editing'] = null): void {
  setView({ annotationId: id, editing });
}

export function openScreen(screen: ScreenName): void {
  setView({ screen, cameFrom: null });
}

export function closeScreen(): void {
  setView({ screen: LIBRARY });
}

export function openDialog(dialog: DialogName): void {
  setView({ dialog });
}

export function closeDialog(): void {
  setView({ dialog: null });
}

export function toggleFocusMode(): void {
  setView(({ focusMode }) => ({ focusMode: !focusMode, pane: 'reader' }));
}

export function showPane(pane: Pane): void {
  setView({ pane });
}

export function setQuery(query: string): void {
  setView({ query });
}

let lastNotice = 0;

/** A quiet notice; `working` ones stay until replaced or taken away. */
export function notify(notice: Omit<Notice, 'id'>): number {
  lastNotice += 1;
  const id = lastNotice;
  setView(({ notices }) => ({ notices: [...notices, { ...notice, id }].slice(-4) }));
  return id;
}

export function dismissNotice(id: number): void {
  setView(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

export function notifyFailure(error: unknown): void {
  notify({ kind: 'failed', text: error instanceof Error ? error.message : String(error) });
}
