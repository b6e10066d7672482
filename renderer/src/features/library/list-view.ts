import { useMemo } from 'react';
import type { ListView } from '../../../../main/shared/list-view.ts';
import type { ListParams } from '../../api/queries.ts';
import { useView } from '../../state/view.ts';
import { changeSettings, currentSettings, useSettings } from '../shell/settings.ts';

/** Everything that `articles.list` has to know of the list on the screen. */
export function useListParams(): ListParams {
  const conditions = useView((view) => view.list);
  const unfolded = useView((view) => view.unfolded);
  const { sort, descending, group } = useSettings().list;
  return useMemo(
    () => ({ ...conditions, sort, descending, group, unfolded: [...unfolded] }),
    [conditions, unfolded, sort, descending, group],
  );
}

export function changeListView(change: Partial<ListView>): void {
  changeSettings({ list: { ...currentSettings().list, ...change } });
}

/** Of a row and of a heading, in CSS px. */
export function rowHeight({ density, facts }: ListView): number {
  const shows = (fact: ListView['facts'][number]) => facts.includes(fact);
  const meta = facts.some((fact) => fact !== 'excerpt' && fact !== 'tags') ? 20 : 4;
  const tags = shows('tags') ? 20 : 0;
  const excerpt = shows('excerpt') ? 21 : 0;
  return density === 'compact' ? 36 + meta + tags : 61 + excerpt + meta + tags;
}

export const HEADING_HEIGHT = 32;
