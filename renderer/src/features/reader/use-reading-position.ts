import { useEffectEvent, useLayoutEffect } from 'react';
import type { StoreApi } from 'zustand';
import type { Article } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { noteOffset } from '../../state/open-article.ts';
import { notifyFailure } from '../../state/view.ts';
import type { ArticlePage } from './article-page.ts';

/** Where one is in an article: offsets of what is in sight, and the part that is read, 0..1. */
export interface ReadingPlace {
  start: number;
  end: number;
  fraction: number;
}

/** Scrolling has come to rest after this many milliseconds. */
const REST = 400;

interface Options {
  page: ArticlePage | null;
  article: Article;
  tabId: number;
  /** Where the article was left, as an offset. */
  opened: number;
  place: StoreApi<ReadingPlace>;
}

/** Opens an article where it was left, tells where one is, and remembers where it is left, to the line. */
export function useReadingPosition({ page, article, tabId, opened, place }: Options): void {
  // An article is opened once; later changes of its data must not move the page.
  const open = useEffectEvent((toOpen: ArticlePage) => {
    toOpen.goTo(opened);
    tell(toOpen);
  });
  const tell = useEffectEvent((scrolled: ArticlePage) => {
    const { start, end } = scrolled.inSight();
    place.setState({ start, end, fraction: fractionOf(scrolled.page, start, end, article.length) });
  });
  const save = useEffectEvent((left: ArticlePage) => {
    const offset = left.firstLine();
    noteOffset(tabId, article.id, offset);
    if (offset === (article.position?.offset ?? 0)) return;
    const change = { position: { offset, fraction: place.getState().fraction } };
    call('articles.update', { ids: [article.id], change }).catch(notifyFailure);
  });

  useLayoutEffect(() => {
    if (page !== null) open(page);
  }, [page]);

  // Of a layout: what is left is still in the page when its place is taken down.
  useLayoutEffect(() => {
    if (page === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    const rested = () => {
      timer = undefined;
      save(page);
    };
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => tell(page));
      clearTimeout(timer);
      timer = setTimeout(rested, REST);
    };
    const leaving = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      rested();
    };
    const resized = new ResizeObserver(() => tell(page));
    resized.observe(page.body);
    page.page.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', leaving);
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      page.page.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', leaving);
      leaving();
    };
  }, [page]);
}

/** By the text, for heights out of sight are guesses; 1 at the end of the page. */
function fractionOf(page: HTMLElement, start: number, end: number, length: number): number {
  if (page.scrollTop <= 0 && end < length) return 0;
  if (page.scrollTop >= page.scrollHeight - page.clientHeight - 1) return 1;
  return Math.min(1, Math.max(0, start / Math.max(1, length - (end - start))));
}
