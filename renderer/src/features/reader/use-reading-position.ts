import { useEffect, useEffectEvent, useLayoutEffect, type RefObject } from 'react';
import type { Article } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { notifyFailure } from '../../state/view.ts';
import { leafAt, leavesOf, toDomRange, toOffset, type Leaf } from './offsets.ts';

/** Scrolling has come to rest after this many milliseconds. */
const REST = 400;

/** Opens an article where it was left, and remembers where it is left, to the line. */
export function useReadingPosition(
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  article: Article,
  onProgress: (fraction: number) => void,
): void {
  const { id } = article;
  // An article is opened once; later changes of its data must not move the page.
  const open = useEffectEvent((page: HTMLElement, root: HTMLElement) => {
    page.scrollTop = 0;
    if (article.position !== null) scrollToOffset(page, leavesOf(root), article.position.offset);
    onProgress(fractionOf(page));
  });
  const scrolled = useEffectEvent((page: HTMLElement) => onProgress(fractionOf(page)));
  const save = useEffectEvent((page: HTMLElement, root: HTMLElement) => {
    const offset = firstVisibleOffset(page, root);
    if (offset === (article.position?.offset ?? 0)) return;
    const change = { position: { offset, fraction: fractionOf(page) } };
    call('articles.update', { ids: [id], change }).catch(notifyFailure);
  });

  useLayoutEffect(() => {
    if (scroller.current !== null && body.current !== null) open(scroller.current, body.current);
  }, [id, scroller, body]);

  useEffect(() => {
    const page = scroller.current;
    const root = body.current;
    if (page === null || root === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rested = () => {
      timer = undefined;
      save(page, root);
    };
    const onScroll = () => {
      scrolled(page);
      clearTimeout(timer);
      timer = setTimeout(rested, REST);
    };
    const leaving = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      rested();
    };
    page.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', leaving);
    return () => {
      page.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', leaving);
      leaving();
    };
  }, [id, scroller, body]);
}

function fractionOf(page: HTMLElement): number {
  const length = page.scrollHeight - page.clientHeight;
  return length <= 0 ? 1 : Math.min(1, Math.max(0, page.scrollTop / length));
}

function firstVisibleOffset(page: HTMLElement, root: HTMLElement): number {
  const { top, left } = page.getBoundingClientRect();
  if (page.scrollTop <= 0) return 0;
  const leaves = leavesOf(root);
  const visible = firstBelow(leaves, top);
  if (visible === undefined) return 0;
  const rect = visible.element.getBoundingClientRect();
  if (rect.top >= top) return visible.start;
  const caret = document.caretPositionFromPoint?.(Math.max(left, rect.left) + 2, top + 4);
  const offset = caret ? toOffset(root, caret.offsetNode, caret.offset) : null;
  return offset ?? visible.start;
}

/** The first leaf whose lower edge is below a height: log time. */
function firstBelow(leaves: readonly Leaf[], top: number): Leaf | undefined {
  let low = 0;
  let high = leaves.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const bottom = leaves[middle]?.element.getBoundingClientRect().bottom ?? 0;
    if (bottom > top) high = middle;
    else low = middle + 1;
  }
  return leaves[low];
}

/** Puts the line of an offset at the top of the page, or `below` pixels under it. */
export function scrollToOffset(
  page: HTMLElement,
  leaves: readonly Leaf[],
  offset: number,
  below = 8,
): void {
  if (offset <= 0) {
    page.scrollTop = 0;
    return;
  }
  const leaf = leafAt(leaves, offset);
  if (leaf === undefined) return;
  const range = toDomRange(leaves, { start: offset, end: offset + 1 });
  const rect = (range ?? leaf.element).getBoundingClientRect();
  page.scrollTop += rect.top - page.getBoundingClientRect().top - below;
}

/** Scrolls only when the line of an offset isn't well in sight. */
export function revealOffset(page: HTMLElement, leaves: readonly Leaf[], offset: number): void {
  const range = toDomRange(leaves, { start: offset, end: offset + 1 });
  if (range === null) return;
  const { top, bottom } = range.getBoundingClientRect();
  const view = page.getBoundingClientRect();
  if (top >= view.top + 48 && bottom <= view.bottom - 96) return;
  scrollToOffset(page, leaves, offset, view.height * 0.3);
}
