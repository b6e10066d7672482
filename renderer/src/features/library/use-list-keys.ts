/**
 * Moving and choosing in the list: plain keys and clicks open one article, Shift chooses a range,
 * Mod one more, as lists do everywhere.
 */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { call } from '../../api/client.ts';
import type { ListParams } from '../../api/queries.ts';
import { isMac } from '../../commands/keymap.ts';
import { useCommands } from '../../commands/registry.ts';
import {
  areChosen,
  chooseAll,
  chooseNone,
  chooseRange,
  forgetChosen,
  leadTo,
  startAt,
  toggleChosen,
  useChosen,
  type ListSpot,
} from '../../state/chosen.ts';
import { openArticle, openBehind } from '../../state/open-article.ts';
import { foldSections, notify, notifyFailure, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import {
  fetchListed,
  fetchWhole,
  idsInRange,
  listedIndexOf,
  type ListedArticle,
} from './list-data.ts';

/** A held key opens where it comes to rest, after this many milliseconds. */
const REST = 120;

/** More tabs at once are not what anybody means. */
const MOST_AT_ONCE = 30;

interface Options {
  params: ListParams;
  total: number;
  /** Rows that are in sight together. */
  page: () => number;
  reveal: (index: number) => void;
}

export interface ListKeys {
  onKeyDown: (event: KeyboardEvent) => void;
  onPick: (spot: ListSpot, keys: { shift: boolean; mod: boolean; behind: boolean }) => void;
  step: (by: number) => Promise<void>;
}

export function useListKeys({ params, total, page, reveal }: Options): ListKeys {
  const held = useHeldKey();
  const inTurn = useTurns();
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => forgetChosen, []);
  useEffect(() => () => clearTimeout(resting.current), []);

  /** Where the keyboard stands; -1 when that isn't known to be in this list. */
  const present = (): number => {
    const { lead } = useChosen.getState();
    const known = listedIndexOf(params, lead?.id ?? openId());
    return known === -1 ? (lead?.index ?? -1) : known;
  };

  const spotFrom = async (by: number): Promise<ListSpot | null> => {
    const { total: length } = await fetchWhole(params);
    const at = present();
    const enters = at === -1 && Number.isFinite(by);
    const wanted = enters ? (by > 0 ? 0 : length - 1) : at + by;
    const index = Math.min(length - 1, Math.max(0, wanted));
    if (index === at || index < 0) return null;
    const article = await fetchListed(params, index);
    return article === undefined ? null : { id: article.id, index };
  };

  const open = (spot: ListSpot) => {
    clearTimeout(resting.current);
    openArticle(spot.id);
    startAt(spot);
  };

  const stepNow = async (by: number) => {
    const spot = await spotFrom(by);
    if (spot === null) return;
    reveal(spot.index);
    if (!held.current) return open(spot);
    startAt(spot);
    leadTo(spot);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => open(spot), REST);
  };

  const chooseTo = async (spot: ListSpot, add: boolean) => {
    const { ids: chosen, anchor } = useChosen.getState();
    const start = chosen.size > 0 || anchor?.id === openId() ? anchor : null;
    const known = listedIndexOf(params, start?.id ?? openId());
    const from = known === -1 ? (start?.index ?? spot.index) : known;
    const offset = Math.min(from, spot.index);
    // What is pressed next is meant for what was chosen: no waiting where it can be known at once.
    const ids = await idsInRange(params, offset, Math.abs(from - spot.index) + 1);
    chooseRange(ids, spot, add);
  };

  const extendNow = async (by: number) => {
    const spot = await spotFrom(by);
    if (spot === null) return;
    reveal(spot.index);
    await chooseTo(spot, false);
  };

  // Each press starts where the one before has led, however quickly they come.
  const step = (by: number) => inTurn(() => stepNow(by));
  const extend = (by: number) => inTurn(() => extendNow(by));

  const selectAll = async () => chooseAll((await call('articles.ids', params)).ids);

  const toggle = (spot: ListSpot) => {
    const isListed = listedIndexOf(params, openId()) !== -1;
    toggleChosen(spot, isListed ? openId() : null);
  };

  const onPick: ListKeys['onPick'] = (spot, { shift, mod, behind }) => {
    if (behind) openBehind(spot.id);
    else if (shift) chooseTo(spot, mod).catch(notifyFailure);
    else if (mod) toggle(spot);
    else open(spot);
  };

  const moves: Record<string, () => number> = {
    ArrowDown: () => 1,
    ArrowUp: () => -1,
    PageDown: page,
    PageUp: () => -page(),
    Home: () => -Infinity,
    End: () => Infinity,
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const mod = isMac ? event.metaKey : event.ctrlKey;
    if (mod && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      selectAll().catch(notifyFailure);
      return;
    }
    if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && !mod && !event.altKey) {
      if (event.shiftKey) return;
      event.preventDefault();
      fold(event.key === 'ArrowRight').catch(notifyFailure);
      return;
    }
    const move = moves[event.key];
    if (move === undefined || mod || event.altKey) return;
    event.preventDefault();
    (event.shiftKey ? extend(move()) : step(move())).catch(notifyFailure);
  };

  /** The article where the keyboard stands, as far as it was fetched. */
  const leadArticle = async (): Promise<ListedArticle | null> => {
    const index = present();
    return index === -1 ? null : ((await fetchListed(params, index)) ?? null);
  };

  /** Right shows the sections of a post, Left hides them, from a section too. */
  const fold = async (show: boolean) => {
    const article = await leadArticle();
    if (article === null) return;
    const { unfolded } = useView.getState();
    const isShown = article.parentId !== null && unfolded.includes(article.parentId);
    if (show && article.parts > 0) foldSections(article.id, true);
    else if (!show && unfolded.includes(article.id)) foldSections(article.id, false);
    else if (!show && isShown && article.parentId !== null) {
      openArticle(article.parentId);
      foldSections(article.parentId, false);
    }
  };

  useCommands({
    'list.unfold': {
      run: async () => {
        const article = await leadArticle();
        if (article !== null) await fold(!useView.getState().unfolded.includes(article.id));
      },
      when: () => present() !== -1,
    },
    'list.selectAll': { run: selectAll, when: () => total > 0 },
    'list.openBehind': {
      run: () => openAllBehind(useChosen.getState()),
      when: () => present() !== -1,
    },
    'list.toggleSelected': {
      run: () => {
        const index = present();
        const id = useChosen.getState().lead?.id ?? openId();
        if (id === null || index === -1) return;
        toggleChosen({ id, index }, null);
      },
      when: () => present() !== -1,
    },
    'app.cancel': { run: chooseNone, when: areChosen },
  });
  return { onKeyDown, onPick, step };
}

/** Whether the last key press was the repetition of a held key. */
function useHeldKey(): React.RefObject<boolean> {
  const held = useRef(false);
  useEffect(() => {
    const note = (event: globalThis.KeyboardEvent) => {
      held.current = event.repeat;
    };
    window.addEventListener('keydown', note, { capture: true });
    return () => window.removeEventListener('keydown', note, { capture: true });
  }, []);
  return held;
}

function useTurns(): (run: () => Promise<void>) => Promise<void> {
  const last = useRef<Promise<void>>(Promise.resolve());
  return (run) => {
    const turn = last.current.then(run);
    last.current = turn.catch(() => {});
    return turn;
  };
}

/** The chosen articles, or the one where the keyboard stands, which stays in a tab of its own. */
function openAllBehind({ ids, lead }: { ids: ReadonlySet<string>; lead: ListSpot | null }): void {
  if (ids.size > MOST_AT_ONCE) {
    notify({ kind: 'failed', text: t('tabs.tooMany', { most: MOST_AT_ONCE }) });
    return;
  }
  const one = lead?.id ?? openId();
  for (const id of ids.size > 0 ? ids : one === null ? [] : [one]) openBehind(id);
}

function openId(): string | null {
  return useView.getState().articleId;
}
