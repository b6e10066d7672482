import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { PlannedSource } from '../../../../main/shared/contract.ts';
import { useCommands } from '../../commands/registry.ts';
import { say, t } from '../../text.ts';
import { layoutWords } from './layout-words.ts';
import { pieceAt, SURE, type ReviewPiece } from './pieces.ts';
import { ReviewArticle } from './ReviewArticle.tsx';
import { showLine, useReview } from './review-state.ts';
import styles from './review-articles.module.css';

const ROW_HEIGHT = 68;

interface Props {
  source: PlannedSource;
  pieces: readonly ReviewPiece[];
  leftOut: ReadonlySet<string>;
}

/** The articles that the file gives, in its order or the least sure first. */
export function ReviewArticles({ source, pieces, leftOut }: Props) {
  const line = useReview((review) => review.line);
  const sort = useReview((review) => review.sort);
  const scroller = useRef<HTMLDivElement>(null);
  const articles = useMemo(() => {
    const found = pieces.filter(({ article }) => article !== null);
    const doubt = ({ article }: ReviewPiece) => article?.confidence ?? 1;
    return sort === 'file' ? found : found.toSorted((one, other) => doubt(one) - doubt(other));
  }, [pieces, sort]);
  const selected = pieceAt(pieces, line)?.article?.id ?? null;
  const index = articles.findIndex(({ article }) => article?.id === selected);
  const virtual = useVirtualizer({
    count: articles.length,
    getScrollElement: () => scroller.current,
    getItemKey: (at) => articles[at]?.article?.id ?? at,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const reveal = useEffectEvent(() => {
    if (index !== -1) virtual.scrollToIndex(index, { align: 'auto' });
  });
  useEffect(() => reveal(), [selected, sort]);

  const step = (by: 1 | -1) => {
    const next = articles[index === -1 ? 0 : index + by];
    if (next !== undefined) showLine(next.startLine);
  };
  useCommands({
    'list.next': () => step(1),
    'list.previous': () => step(-1),
    'go.list': () => scroller.current?.focus(),
  });

  return (
    <section className={styles['articles']} aria-label={t('shell.articles')}>
      <header className={styles['articlesHead']}>
        <p className={styles['howSplit']}>
          {source.layout === null ? null : <strong>{layoutWords(source.layout)}. </strong>}
          {source.evidence.map(say).join('; ')}
        </p>
        <label className={styles['sort']}>
          <span className="visually-hidden">{t('articles.sortBy')}</span>
          <select
            value={sort}
            onChange={(event) =>
              useReview.setState({ sort: event.target.value === 'unsure' ? 'unsure' : 'file' })
            }
          >
            <option value="file">{t('review.sort.file')}</option>
            <option value="unsure">{t('review.sort.unsure')}</option>
          </select>
        </label>
      </header>
      <div
        ref={scroller}
        className={styles['rows']}
        role="list"
        aria-label={t('review.articlesOf', { name: source.name })}
        tabIndex={0}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((row) => {
            const piece = articles[row.index];
            return piece?.article == null ? null : (
              <div
                key={row.key}
                ref={virtual.measureElement}
                data-index={row.index}
                role="listitem"
                aria-current={piece.article.id === selected || undefined}
                className={styles['slot']}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <ReviewArticle
                  article={piece.article}
                  piece={piece}
                  revisable={source.revisable}
                  selected={piece.article.id === selected}
                  leftOut={leftOut.has(piece.article.id)}
                  sure={piece.article.confidence >= SURE}
                />
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
