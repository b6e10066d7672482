import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Annotation, TextRange } from '../../../../main/shared/entities.ts';
import { queries } from '../../api/queries.ts';
import { useView } from '../../state/view.ts';
import type { ArticlePage } from './article-page.ts';
import type { Found } from './FindBar.tsx';
import type { Painter } from './painting.ts';

const NO_TERMS: string[] = [];
const NO_RANGES: TextRange[] = [];

interface Around {
  page: ArticlePage | null;
  /** Only what touches this range is painted. */
  near: TextRange;
  /** How much of the article is in the page: with more of it, more can be painted. */
  until: number;
}

/** Paints the highlights of an article. */
export function usePainting(
  painter: Painter,
  { page, near, until }: Around,
  annotations: readonly Annotation[],
  focusedId: string | null,
): void {
  const painted = useMemo(
    () => annotations.filter(({ anchor: { range } }) => range !== null && touches(range, near)),
    [annotations, near],
  );
  useEffect(() => {
    if (page !== null) painter.paintAnnotations(page, painted, focusedId);
  }, [painter, page, painted, focusedId, until]);
  useEffect(() => () => painter.clear(), [painter]);
}

/** Paints what the open article was found by, and goes to the first of it. */
export function useMatches(
  painter: Painter,
  { articleId, tabId }: { articleId: string; tabId: number },
  { page, near, until }: Around,
  /** False where the article opens at the place it was left at. */
  goes: boolean,
): TextRange[] {
  const foundBy = useView(({ tabs }) => tabs.find(({ id }) => id === tabId)?.foundBy ?? null);
  const found = foundBy?.articleId === articleId ? foundBy : null;
  const matches = useQuery({
    ...queries.matches(articleId, found?.terms ?? NO_TERMS),
    enabled: found !== null && found.terms.length > 0,
  });
  const ranges = found === null ? NO_RANGES : (matches.data?.ranges ?? NO_RANGES);
  useEffect(() => {
    if (page !== null)
      painter.paintMatches(
        page,
        ranges.filter((range) => touches(range, near)),
      );
  }, [painter, page, ranges, near, until]);
  const [atStart] = useState(foundBy);
  const wanted = goes || foundBy !== atStart ? (found?.offset ?? ranges[0]?.start) : undefined;
  useEffect(() => {
    if (wanted !== undefined) page?.goTo(wanted, 'reveal');
  }, [found, wanted, page]);
  return ranges;
}

/** Paints what was found in the article. */
export function useFound(
  painter: Painter,
  { page, near, until }: Around,
  found: Found | null,
): void {
  useEffect(() => {
    if (page === null) return;
    const ranges = found?.ranges.filter((range) => touches(range, near)) ?? NO_RANGES;
    painter.paintFound(page, ranges, found?.present ?? null);
  }, [painter, page, found, near, until]);
}

/** Goes to the highlight that gets the focus. */
export function useRevealFocused(
  page: ArticlePage | null,
  annotations: readonly Annotation[],
  focusedId: string | null,
): void {
  const reveal = useEffectEvent((id: string) => {
    const offset = annotations.find((annotation) => annotation.id === id)?.anchor.range?.start;
    if (offset !== undefined) page?.goTo(offset, 'reveal');
  });
  const known = annotations.some(({ id }) => id === focusedId);
  // Only a change of focus moves the page.
  useEffect(() => {
    if (focusedId !== null && known) reveal(focusedId);
  }, [focusedId, known]);
}

function touches(range: TextRange, near: TextRange): boolean {
  return range.start < near.end && range.end > near.start;
}
