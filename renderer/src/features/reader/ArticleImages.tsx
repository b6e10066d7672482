import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ArticlePage } from './article-page.ts';
import { Lightbox, type Picture } from './Lightbox.tsx';

interface Shown {
  pictures: readonly Picture[];
  at: number;
  /** What gets the focus back. */
  from: HTMLElement;
}

/** Opens the images of an article, to look at them closely and to go through them. */
export function ArticleImages({ page }: { page: ArticlePage }) {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const open = ({ target }: MouseEvent) => {
      const place = target instanceof Element ? target : null;
      const chosen =
        place?.closest('img[data-enlarges]') ??
        place?.closest('[data-enlarge]')?.parentElement?.querySelector('img');
      if (!chosen || document.getSelection()?.isCollapsed === false) return;
      const images = [...page.body.querySelectorAll<HTMLImageElement>('img[data-enlarges]')];
      setShown({
        pictures: images.map(({ src, alt }) => ({ src, alt })),
        at: images.findIndex((image) => image === chosen),
        from: chosen.parentElement?.querySelector('button') ?? page.page,
      });
    };
    page.body.addEventListener('click', open);
    return () => page.body.removeEventListener('click', open);
  }, [page]);
  if (shown === null) return null;
  return (
    <Lightbox
      pictures={shown.pictures}
      start={shown.at}
      onClose={() => {
        // While the dialog is there nothing outside it takes the focus.
        flushSync(() => setShown(null));
        shown.from.focus({ preventScroll: true });
      }}
    />
  );
}
