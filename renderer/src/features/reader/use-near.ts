import { useEffect, useState } from 'react';
import type { TextRange } from '../../../../main/shared/entities.ts';
import type { ArticlePage } from './article-page.ts';
import { chunkIndexAt, type ArticleReading } from './chunks.ts';

const EVERYTHING: TextRange = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** The same on paper, where the text is cut otherwise and has to be painted anew. */
export const EVERYTHING_PRINTED: TextRange = { ...EVERYTHING };

/** Below this many chunks all of an article counts as near. */
const FEW = 4;

/** What is in sight and a screen or two around it, in whole chunks: as much as is worth painting. */
export function useNear(page: ArticlePage | null, { chunks }: ArticleReading): TextRange {
  const [near, setNear] = useState<TextRange>({ start: 0, end: 0 });
  const many = chunks.length >= FEW;
  useEffect(() => {
    if (page === null || !many) return;
    const shown = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const start = Number(target.getAttribute('data-chunk'));
          if (isIntersecting) shown.add(start);
          else shown.delete(start);
        }
        const first = Math.min(...shown);
        const last = chunks[chunkIndexAt(chunks, Math.max(...shown))];
        if (shown.size > 0 && last !== undefined) {
          setNear((known) =>
            known.start === first && known.end === last.end
              ? known
              : { start: first, end: last.end },
          );
        }
      },
      { root: page.page, rootMargin: '120% 0px' },
    );
    for (const chunk of page.body.children) observer.observe(chunk);
    return () => observer.disconnect();
  }, [page, chunks, many]);
  return many ? near : EVERYTHING;
}
