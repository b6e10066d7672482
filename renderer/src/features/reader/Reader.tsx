import { useQuery } from '@tanstack/react-query';
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Annotation, Article } from '../../../../main/shared/entities.ts';
import type { Reading } from '../../../../main/shared/text/reading.ts';
import { queries } from '../../api/queries.ts';
import { useCommands } from '../../commands/registry.ts';
import { focusAnnotation, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { useAnnotating } from '../annotations/use-annotating.ts';
import { ArticleBody } from './ArticleBody.tsx';
import { ArticleEnd } from './ArticleEnd.tsx';
import { ArticleHead } from './ArticleHead.tsx';
import { leavesOf, selectedRange, toOffset, type Leaf } from './offsets.ts';
import { Painter } from './painting.ts';
import styles from './reader.module.css';
import { ReaderBar } from './ReaderBar.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { revealOffset, useReadingPosition } from './use-reading-position.ts';
import { useSelection } from './use-selection.ts';
import { useSelectionCommands } from './use-selection-commands.ts';

const NO_ANNOTATIONS: Annotation[] = [];
const NO_TERMS: string[] = [];

export function Reader({ article, reading }: { article: Article; reading: Reading }) {
  const page = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [leaves, setLeaves] = useState<Leaf[]>([]);
  const [painter] = useState(() => new Painter());
  const [progress, setProgress] = useState(0);
  useLayoutEffect(() => {
    setLeaves(body.current === null ? [] : leavesOf(body.current));
  }, [reading]);

  const annotations = useQuery(queries.annotations(article.id)).data?.annotations ?? NO_ANNOTATIONS;
  const focusedId = useView((view) => view.annotationId);
  const selection = useSelection(body);
  useReadingPosition(page, body, article, setProgress);
  usePainting(painter, leaves, annotations, focusedId);
  useMatches(painter, article.id, leaves, page);
  useRevealFocused(page, leaves, annotations, focusedId);
  useAnnotating({
    article,
    text: reading.text,
    annotations,
    selected: () => (body.current === null ? null : selectedRange(body.current)),
  });
  useSelectionCommands({ text: reading.text, leaves, page, body });
  useCommands({
    'go.reader': () => page.current?.focus(),
    'article.nextPage': () =>
      page.current?.scrollBy({ top: page.current.clientHeight * 0.85, behavior: 'smooth' }),
  });

  const onClick = useCallback(
    (event: React.MouseEvent) => {
      const root = body.current;
      if (root === null || document.getSelection()?.isCollapsed === false) return;
      const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
      const offset = caret ? toOffset(root, caret.offsetNode, caret.offset) : null;
      focusAnnotation(offset === null ? null : annotationAt(annotations, offset, focusedId));
    },
    [annotations, focusedId],
  );

  return (
    <div className={styles['reader']}>
      <ReaderBar article={article} progress={progress} />
      <div
        ref={page}
        className={styles['page']}
        tabIndex={0}
        role="region"
        aria-label={t('reader.article', { title: article.title })}
        data-scope="reader"
      >
        <article className={styles['article']} lang={article.lang ?? undefined} dir="auto">
          <ArticleHead article={article} />
          {/* The keyboard's way to highlights are the commands Next and Previous Highlight. */}
          <div ref={body} className={styles['body']} onClick={onClick} role="presentation">
            <ArticleBody blocks={reading.blocks} />
          </div>
          <ArticleEnd article={article} />
        </article>
      </div>
      <SelectionBar leaves={leaves} selection={selection} annotations={annotations} page={page} />
    </div>
  );
}

/** The shortest annotation at an offset; a click on the focused one goes on to the next longer one. */
function annotationAt(
  annotations: readonly Annotation[],
  offset: number,
  focusedId: string | null,
): string | null {
  const length = ({ anchor }: Annotation) =>
    anchor.range === null ? 0 : anchor.range.end - anchor.range.start;
  const here = annotations
    .filter(
      ({ anchor: { range } }) => range !== null && range.start <= offset && offset <= range.end,
    )
    .toSorted((a, b) => length(a) - length(b));
  const at = here.findIndex(({ id }) => id === focusedId);
  return here[(at + 1) % Math.max(1, here.length)]?.id ?? null;
}

function usePainting(
  painter: Painter,
  leaves: readonly Leaf[],
  annotations: readonly Annotation[],
  focusedId: string | null,
): void {
  useEffect(
    () => painter.paintAnnotations(leaves, annotations, focusedId),
    [painter, leaves, annotations, focusedId],
  );
  useEffect(() => () => painter.clear(), [painter]);
}

/** Paints what the open article was found by, and goes to the first of it. */
function useMatches(
  painter: Painter,
  articleId: string,
  leaves: readonly Leaf[],
  page: React.RefObject<HTMLElement | null>,
): void {
  const foundBy = useView((view) => view.foundBy);
  const found = foundBy?.articleId === articleId ? foundBy : null;
  const matches = useQuery({
    ...queries.matches(articleId, found?.terms ?? NO_TERMS),
    enabled: found !== null && found.terms.length > 0,
  });
  const ranges = useMemo(
    () => (found === null ? [] : (matches.data?.ranges ?? [])),
    [found, matches.data],
  );
  useEffect(() => painter.paintMatches(leaves, ranges), [painter, leaves, ranges]);
  const wanted = found?.offset ?? ranges[0]?.start;
  useEffect(() => {
    if (wanted !== undefined && page.current !== null && leaves.length > 0) {
      revealOffset(page.current, leaves, wanted);
    }
  }, [found, wanted, leaves, page]);
}

function useRevealFocused(
  page: React.RefObject<HTMLElement | null>,
  leaves: readonly Leaf[],
  annotations: readonly Annotation[],
  focusedId: string | null,
): void {
  const reveal = useEffectEvent((id: string) => {
    const offset = annotations.find((annotation) => annotation.id === id)?.anchor.range?.start;
    if (offset !== undefined && page.current !== null) revealOffset(page.current, leaves, offset);
  });
  // Only a change of focus moves the page.
  useEffect(() => {
    if (focusedId !== null) reveal(focusedId);
  }, [focusedId]);
}
