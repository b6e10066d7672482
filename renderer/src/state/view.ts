/**
 * What is on the screen. Nothing here is kept between starts except what the settings hold
 * (theme, text, panes, the open articles); everything else starts fresh. What opens articles is in
 * `open-article.ts`.
 */
import { create } from 'zustand';
import type { ImportPlan } from '../../../main/shared/contract.ts';
import type { ListConditions, Place, SmartList } from '../../../main/shared/lists.ts';
import type { NewRule, Site } from '../../../main/shared/rules.ts';
import { errorText, t } from '../text.ts';
import { isListed } from './activity.ts';
import type { Tab } from './tab-row.ts';

export type DialogName =
  | { name: 'palette' }
  | { name: 'help' }
  | { name: 'activity' }
  | { name: 'export' }
  /** Of a passage: the file that its words came in. */
  | { name: 'source'; articleId: string; annotationId?: string }
  | { name: 'tag'; articleIds: string[]; remove: boolean }
  | { name: 'tagNotes'; ids: string[] }
  /** `tagIds`: what is on any of them. */
  | { name: 'untagNotes'; ids: string[]; tagIds: string[] }
  | { name: 'moveTag' | 'mergeTag'; id: string }
  | { name: 'collect'; articleIds: string[] }
  | { name: 'smartList'; list: SmartList | null; conditions: ListConditions }
  | { name: 'moveCollection'; id: string }
  | { name: 'chooseCollection'; run: (id: string) => unknown }
  | { name: 'rule'; rule: NewRule; sites: Site[]; save: (rule: NewRule) => Promise<unknown> }
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

export const LIBRARY: ScreenName = { name: 'library' };

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

export interface View {
  /** What the list holds; how it is shown is a matter of the settings. */
  list: ListConditions;
  /** Articles whose sections are shown under them. */
  unfolded: readonly string[];
  /** The smart list that the list was shown by. */
  smartListId: string | null;
  /** The open articles; `articleId` is the present tab's. */
  tabs: readonly Tab[];
  /** Which of them is shown; -1 when none is open. */
  tabAt: number;
  /** Tabs that were closed, the last one at the end. */
  closedTabs: readonly Tab[];
  /** Two tabs, by id, that are shown beside each other. */
  pair: readonly [number, number] | null;
  /** The two scroll together. */
  linkedScroll: boolean;
  articleId: string | null;
  /** Nothing but the text of the open article is shown. */
  focusMode: boolean;
  query: string;
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
  tabs: [],
  tabAt: -1,
  closedTabs: [],
  pair: null,
  linkedScroll: false,
  articleId: null,
  focusMode: false,
  query: '',
  annotationId: null,
  editing: null,
  reattaching: null,
  screen: LIBRARY,
  cameFrom: null,
  dialog: null,
  notices: [],
  pane: 'list',
}));

const { setState: setView } = useView;

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

/** With Details where the activity list has more of it. */
export function notifyFailure(error: unknown): void {
  notify({
    kind: 'failed',
    text: errorText(error),
    ...(isListed(error) ? { action: toActivity() } : {}),
  });
}

export function toActivity(): NonNullable<Notice['action']> {
  return { label: t('notices.details'), run: () => openDialog({ name: 'activity' }) };
}
