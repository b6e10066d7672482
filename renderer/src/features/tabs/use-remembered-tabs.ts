import { useEffect, useEffectEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { restoreTabs, type SavedTab } from '../../state/open-article.ts';
import type { Tab } from '../../state/tab-row.ts';
import { notifyFailure, useView } from '../../state/view.ts';
import { changeSettings, currentSettings } from '../shell/settings.ts';

/** As much of a tab's history is kept between starts, each way. */
const KEPT_HISTORY = 20;

/** Opens what was open last, and remembers what is. */
export function useRememberedTabs(ready: boolean): void {
  const tabs = useView((view) => view.tabs);
  const articleId = useView((view) => view.articleId);
  const [restored, setRestored] = useState(false);
  const restore = useEffectEvent(async () => {
    const { lastArticleId, openTabs } = currentSettings();
    if (lastArticleId === null) return;
    const last = { articleId: lastArticleId, back: [], forward: [] };
    const saved = openTabs.some((tab) => tab.articleId === lastArticleId) ? openTabs : [last];
    const left = await thoseThere(saved);
    // Whoever was quicker has opened something.
    if (useView.getState().articleId === null) restoreTabs(left, lastArticleId);
  });
  useEffect(() => {
    if (!ready) return;
    restore()
      .catch(notifyFailure)
      .finally(() => setRestored(true));
  }, [ready]);

  const remember = useEffectEvent(() => {
    const openTabs = tabs.map(toSave);
    const known = currentSettings();
    const same = JSON.stringify(known.openTabs) === JSON.stringify(openTabs);
    if (same && known.lastArticleId === articleId) return;
    changeSettings({ openTabs, lastArticleId: articleId });
  });
  useEffect(() => {
    if (restored) remember();
  }, [restored, tabs, articleId]);
}

/** Tabs of articles that are gone don't come back, nor does their place in a history. */
async function thoseThere(tabs: readonly SavedTab[]): Promise<SavedTab[]> {
  const ids = new Set(
    tabs.flatMap(({ articleId, back, forward }) => [articleId, ...back, ...forward]),
  );
  const { articles } = await call('articles.named', { ids: [...ids].slice(0, 1000) });
  const there = new Set(articles.map(({ id }) => id));
  const kept = (some: readonly string[]) => some.filter((id) => there.has(id));
  return tabs
    .filter(({ articleId }) => there.has(articleId))
    .map((tab) => ({ ...tab, back: kept(tab.back), forward: kept(tab.forward) }));
}

function toSave({ articleId, back, forward }: Tab) {
  return { articleId, back: back.slice(-KEPT_HISTORY), forward: forward.slice(-KEPT_HISTORY) };
}
