import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { queries, queryClient } from '../../api/queries.ts';
import { openBehind } from '../../state/open-article.ts';
import { notifyFailure } from '../../state/view.ts';
import { isBehindClick } from '../../ui/middle-click.ts';
import type { ArticlePage } from './article-page.ts';
import styles from './article-links.module.css';
import type { Chunk } from './chunks.ts';
import { FootnotePeek } from './FootnotePeek.tsx';
import { LinkChoice, openOutside } from './LinkChoice.tsx';
import { useSelectingFromLinks } from './use-selecting-from-links.ts';

interface Props {
  page: ArticlePage;
  chunks: readonly Chunk[];
}

interface Peeked {
  anchor: HTMLElement;
  label: string;
}

/** The pointer has to rest on a footnote's call for so many milliseconds, and may leave it as long. */
const REST = 180;

/**
 * Links and footnotes of an article. Where a link leads is said while it is hovered or has the
 * focus; a click asks what to do. With Ctrl or Cmd an article of the library opens in a tab behind, and
 * everything else outside.
 */
export function ArticleLinks({ page, chunks }: Props) {
  const [pointed, setPointed] = useState<string | null>(null);
  const peek = usePeek();
  const { show, leave: leaveCall, hide } = peek;
  const [asked, setAsked] = useState<HTMLAnchorElement | null>(null);

  const follow = useEffectEvent((event: MouseEvent) => {
    const anchor = anchorOf(event);
    // The right button asks for the menu.
    if (anchor === null || event.button > 1) return;
    event.preventDefault();
    // The button was let go where words of the link were being selected.
    if (event.detail > 0 && document.getSelection()?.isCollapsed === false) return;
    const { jump, noteCall, noteBack } = anchor.dataset;
    hide();
    if (jump !== undefined) page.goTo(Number(jump));
    else if (noteCall !== undefined) focusIn(page.goToElement(selector('data-note', noteCall)));
    else if (noteBack !== undefined)
      page.goToElement(selector('data-note-call', noteBack))?.focus();
    else if (isBehindClick(event)) followBehind(anchor.href).catch(notifyFailure);
    else setAsked(anchor);
  });
  useEffect(() => {
    const { body } = page;
    const point = (event: Event) => {
      const anchor = anchorOf(event);
      setPointed(anchor?.dataset['link'] === undefined ? null : anchor.href);
      const label = anchor?.dataset['noteCall'];
      if (anchor === null || label === undefined) leaveCall();
      // A call that gets the focus by a click is on its way to its note.
      else if (event.type === 'mouseover' || anchor.matches(':focus-visible')) {
        show({ anchor, label });
      }
    };
    const leave = () => {
      setPointed(null);
      leaveCall();
    };
    const events = new AbortController();
    const { signal } = events;
    body.addEventListener('click', follow, { signal });
    body.addEventListener('auxclick', follow, { signal });
    body.addEventListener('mouseover', point, { signal });
    body.addEventListener('focusin', point, { signal });
    body.addEventListener('mouseleave', leave, { signal });
    body.addEventListener('focusout', leave, { signal });
    return () => events.abort();
  }, [page, show, leaveCall]);

  useSelectingFromLinks(page.body);

  return (
    <>
      {pointed === null ? null : (
        <p className={styles['status']} aria-hidden>
          {pointed}
        </p>
      )}
      {peek.peeked === null ? null : (
        <FootnotePeek
          key={peek.peeked.label}
          {...peek.peeked}
          chunks={chunks}
          onStay={peek.stay}
          onLeave={peek.leave}
          onClose={peek.hide}
        />
      )}
      {asked === null ? null : <LinkChoice anchor={asked} onDone={() => setAsked(null)} />}
    </>
  );
}

/** Which footnote is looked at: a moment after the pointer came, and until a moment after it left. */
function usePeek() {
  const [peeked, setPeeked] = useState<Peeked | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const [handlers] = useState(() => {
    const later = (next: Peeked | null) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setPeeked(next), REST);
    };
    return {
      show: (next: Peeked) => later(next),
      stay: () => clearTimeout(timer.current),
      leave: () => later(null),
      hide: () => {
        clearTimeout(timer.current);
        setPeeked(null);
      },
    };
  });
  return { peeked, ...handlers };
}

function anchorOf({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
}

function selector(attribute: string, label: string): string {
  return `[${attribute}="${CSS.escape(label)}"]`;
}

function focusIn(note: HTMLElement | null): void {
  note?.querySelector<HTMLElement>('[data-note-back]')?.focus({ preventScroll: true });
}

/** What the library has opens in a tab behind, everything else outside. */
async function followBehind(url: string): Promise<void> {
  const { article } = await queryClient.fetchQuery(queries.byUrl(url));
  if (article === null) openOutside(url);
  else openBehind(article.id);
}
