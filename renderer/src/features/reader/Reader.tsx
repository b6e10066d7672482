import { useQuery } from '@tanstack/react-query';
import {
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createStore } from 'zustand';
import type { Annotation, Article, TextRange } from '../../../../main/shared/entities.ts';
import { directionOf, languageOf } from '../../../../main/shared/text/language.ts';
import { queries } from '../../api/queries.ts';
import { TakesCommands, useCommands } from '../../commands/registry.ts';
import { offsetLeftAt } from '../../state/open-article.ts';
import { say } from '../../state/said.ts';
import { focusAnnotation, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { useAdjusting } from '../annotations/use-adjusting.ts';
import { useAnnotating } from '../annotations/use-annotating.ts';
import { scrollBehavior } from '../../ui/motion.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { ArticleBody, ArticleDirection, ArticleSections, heightOf } from './ArticleBody.tsx';
import { ArticleEnd } from './ArticleEnd.tsx';
import { ArticleHead } from './ArticleHead.tsx';
import { ArticleImages } from './ArticleImages.tsx';
import { ArticleLinks } from './ArticleLinks.tsx';
import { ArticleMap } from './ArticleMap.tsx';
import { ArticlePage } from './article-page.ts';
import { FindBar, type Found } from './FindBar.tsx';
import { Handles } from './Handles.tsx';
import { selectedRange, toOffset } from './offsets.ts';
import { sectionNames, sectionsOf } from './outline.ts';
import { Painter } from './painting.ts';
import { Margin } from './MarginNotes.tsx';
import { PrintedNotes } from './PrintedNotes.tsx';
import styles from './reader.module.css';
import text from './article-text.module.css';
import { ReaderBar } from './ReaderBar.tsx';
import { ReattachBar } from './ReattachBar.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useSide } from './side-links.ts';
import { useArticleReading } from './use-article-reading.ts';
import { useMounted } from './use-mounted.ts';
import { EVERYTHING_PRINTED, useNear } from './use-near.ts';
import { useFound, useMatches, usePainting, useRevealFocused } from './use-painting.ts';
import { usePrinted, usePrinting } from './use-printing.ts';
import { useReadingPosition, type ReadingPlace } from './use-reading-position.ts';
import { useSelection } from './use-selection.ts';
import { useSelectionCommands } from './use-selection-commands.ts';

const NO_ANNOTATIONS: Annotation[] = [];

interface Props {
  article: Article;
  markdown: string;
  tabId: number;
}

export function Reader({ article, markdown, tabId }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [painter] = useState(() => new Painter());
  const reading = useArticleReading(markdown);
  const [left] = useState(() => offsetLeftAt(tabId, article.id));
  const [opened] = useState(left ?? article.position?.offset ?? 0);
  const { until, mountTo } = useMounted(reading, opened);
  const [place] = useState(() =>
    createStore<ReadingPlace>(() => ({ start: 0, end: 0, fraction: 0 })),
  );
  // An article that was left in its midst is shown when its midst is there.
  const ready = reading.complete || reading.text.length > opened;
  const page = useArticlePage(scroller, body, ready, mountTo);
  const inSight = useNear(page, reading);
  const printing = usePrinting(page, article.title);
  usePageTitle(useContext(TakesCommands) ? article.title : null);
  useEffect(() => sayOpened(article.title), [article.title]);
  const near = printing ? EVERYTHING_PRINTED : inSight;
  useLayoutEffect(() => page?.grown(), [page, reading, until]);

  const stored = useQuery(queries.annotations(article.id)).data?.annotations ?? NO_ANNOTATIONS;
  const focusedId = useView((view) => view.annotationId);
  const adjusting = useAdjusting(
    reading.text,
    stored.find(({ id }) => id === focusedId),
  );
  const annotations = useAdjusted(stored, focusedId, adjusting.range);
  const printed = usePrinted(annotations, printing);
  const focused = annotations.find(({ id }) => id === focusedId)?.anchor.range ?? null;
  const selection = useSelection(body);
  useSide(tabId, page, reading.text, place);
  useReadingPosition({ page, article, tabId, opened, place });
  usePainting(painter, { page, near, until }, annotations, focusedId);
  const matches = useMatches(
    painter,
    { articleId: article.id, tabId },
    { page, near, until },
    left === null,
  );
  const [found, setFound] = useState<Found | null>(null);
  useFound(painter, { page, near, until }, found);
  const sections = useMemo(() => sectionsOf(reading), [reading]);
  const names = useMemo(() => sectionNames(sections), [sections]);
  useRevealFocused(page, annotations, focusedId);
  useAnnotating({
    article,
    text: reading.text,
    annotations: stored,
    selected: () => (body.current === null ? null : selectedRange(body.current)),
  });
  useSelectionCommands({ text: reading.text, page });
  useCommands({
    'go.reader': () => scroller.current?.focus(),
    'article.nextPage': () =>
      scroller.current?.scrollBy({
        top: scroller.current.clientHeight * 0.85,
        behavior: scrollBehavior(),
      }),
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

  const beginning = `${article.title} ${article.excerpt}`;
  const language = useMemo(() => languageOf(article.lang, beginning), [article.lang, beginning]);
  const direction = useMemo(() => directionOf(language, beginning), [language, beginning]);
  const missing = article.length - reading.text.length;
  return (
    <div className={styles['reader']}>
      <ReaderBar article={article} sections={sections} page={page} place={place} />
      <ReattachBar text={reading.text} selection={selection} annotations={stored} />
      <div
        ref={scroller}
        className={styles['page']}
        tabIndex={0}
        role="region"
        aria-label={t('reader.article', { title: article.title })}
        aria-busy={!ready}
        data-scope="reader"
      >
        <article
          className={styles['article']}
          dir={direction}
          data-ready={ready}
          data-margin={(printed?.margin.length ?? 0) > 0 || undefined}
        >
          <ArticleHead article={article} language={language} />
          {/* The keyboard's way to highlights are the commands Next and Previous Highlight. */}
          <div className={styles['frame']}>
            <div
              ref={body}
              className={text['body']}
              lang={language}
              onClick={onClick}
              role="presentation"
            >
              <ArticleDirection value={direction}>
                <ArticleSections value={names}>
                  <Margin value={printed?.margin ?? null}>
                    <ArticleBody chunks={reading.chunks} until={until} />
                  </Margin>
                </ArticleSections>
              </ArticleDirection>
            </div>
            {page === null || focused === null || selection !== null ? null : (
              <Handles page={page} range={focused} adjusting={adjusting} />
            )}
          </div>
          {reading.complete ? null : (
            <div style={{ blockSize: heightOf(missing, missing / 500) }} />
          )}
          {printed === null ? null : (
            <PrintedNotes annotated={printed.annotated} articleNote={article.note} />
          )}
          <ArticleEnd article={article} />
        </article>
      </div>
      <FindBar text={reading.text} page={page} onFound={setFound} />
      {page === null ? null : (
        <>
          <ArticleLinks page={page} chunks={reading.chunks} />
          <ArticleImages page={page} />
          <ArticleMap
            page={page}
            place={place}
            length={reading.text.length}
            annotations={annotations}
            matches={found?.ranges ?? matches}
            sections={sections}
          />
          <SelectionBar selection={selection} annotations={annotations} page={page} />
        </>
      )}
    </div>
  );
}

/** The annotations with the focused one as it is being adjusted. */
function useAdjusted(
  annotations: readonly Annotation[],
  focusedId: string | null,
  range: TextRange | null,
): readonly Annotation[] {
  return useMemo(
    () =>
      range === null
        ? annotations
        : annotations.map((one) =>
            one.id === focusedId ? { ...one, anchor: { ...one.anchor, range } } : one,
          ),
    [annotations, focusedId, range],
  );
}

function useArticlePage(
  scroller: React.RefObject<HTMLElement | null>,
  body: React.RefObject<HTMLElement | null>,
  ready: boolean,
  mountTo: (offset: number) => void,
): ArticlePage | null {
  const [page, setPage] = useState<ArticlePage | null>(null);
  useLayoutEffect(() => {
    if (!ready || scroller.current === null || body.current === null) return;
    setPage(new ArticlePage(scroller.current, body.current, mountTo));
  }, [ready, scroller, body, mountTo]);
  useEffect(() => {
    const root = body.current;
    if (root === null) return;
    const measure = () => {
      const size = Number.parseFloat(getComputedStyle(root).fontSize);
      root.parentElement?.style.setProperty(
        '--line-length',
        `${Math.round(root.clientWidth / (size * 0.47))}`,
      );
    };
    const resized = new ResizeObserver(measure);
    resized.observe(root);
    return () => resized.disconnect();
  }, [body]);
  return page;
}

/** Where the focus is in the list, the list says which article is chosen there. */
function sayOpened(title: string): void {
  const inList = document.activeElement?.closest('[data-scope="list"]') != null;
  if (!inList) say(t('said.opened', { title }));
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
