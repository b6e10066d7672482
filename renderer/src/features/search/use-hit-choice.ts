/** Choosing several of what a search found, as in the list: by Shift, Space, or all of them. */
import { useEffect, type KeyboardEvent } from 'react';
import type { SearchHit } from '../../../../main/shared/contract.ts';
import { call } from '../../api/client.ts';
import { isMac } from '../../commands/keymap.ts';
import { useCommands } from '../../commands/registry.ts';
import {
  areChosen,
  chooseAll,
  chooseNone,
  chooseRange,
  forgetChosen,
  toggleChosen,
  useChosen,
} from '../../state/chosen.ts';
import { notifyFailure, useView } from '../../state/view.ts';

/** As many as the core gives at once. */
const AT_ONCE = 1000;

interface HitChoice {
  /** True where the key chose something. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  chooseTo: (index: number) => void;
}

export function useHitChoice(hits: readonly SearchHit[]): HitChoice {
  useEffect(() => forgetChosen, []);
  const indexOf = (id: string | null | undefined) => hits.findIndex((hit) => hit.articleId === id);
  const openId = () => useView.getState().articleId;
  const present = () => indexOf(useChosen.getState().lead?.id ?? openId());

  const chooseTo = (index: number) => {
    const to = hits[index];
    if (to === undefined) return;
    const { ids, anchor } = useChosen.getState();
    const start = indexOf(ids.size > 0 ? anchor?.id : openId());
    const from = start === -1 ? index : start;
    const first = hits[from];
    const range = hits.slice(Math.min(from, index), Math.max(from, index) + 1);
    chooseRange(
      range.map(({ articleId }) => articleId),
      { id: to.articleId, index },
      false,
    );
    if (first !== undefined) useChosen.setState({ anchor: { id: first.articleId, index: from } });
    document.getElementById(`hit-${to.articleId}`)?.scrollIntoView({ block: 'nearest' });
  };
  const selectAll = async () => chooseAll(await allFound(useView.getState().query.trim()));

  useCommands({
    'list.selectAll': { run: selectAll, when: () => hits.length > 0 },
    'list.toggleSelected': {
      run: () => {
        const index = present();
        const hit = hits[index];
        if (hit !== undefined) toggleChosen({ id: hit.articleId, index }, null);
      },
      when: () => present() !== -1,
    },
    'app.cancel': { run: chooseNone, when: areChosen },
  });

  const onKeyDown = (event: KeyboardEvent): boolean => {
    const mod = isMac ? event.metaKey : event.ctrlKey;
    if (event.altKey) return false;
    if (mod && !event.shiftKey && event.key.toLowerCase() === 'a') {
      selectAll().catch(notifyFailure);
      return true;
    }
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || !event.shiftKey || mod) return false;
    chooseTo(Math.min(hits.length - 1, Math.max(0, present() + by)));
    return true;
  };
  return { onKeyDown, chooseTo };
}

/** Ids of all that a search finds, also of what is not shown. */
async function allFound(query: string): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const { hits, total } = await call('search.query', {
      query,
      asYouType: true,
      limit: AT_ONCE,
      offset: ids.length,
    });
    ids.push(...hits.map(({ articleId }) => articleId));
    if (hits.length === 0 || ids.length >= total) return ids;
  }
}
