import type { PlannedArticle } from '../../../../main/shared/contract.ts';
import { notifyFailure } from '../../state/view.ts';
import { say, t } from '../../text.ts';
import { formatPercent, formatPublished } from '../../ui/dates.ts';
import { outcomeWords } from '../importing/outcome-words.ts';
import { UNSURE, type ReviewPiece } from './pieces.ts';
import { setTaken } from './review-actions.ts';
import { revise, showLine, useReview } from './review-state.ts';
import styles from './review-articles.module.css';

interface Props {
  article: PlannedArticle;
  piece: ReviewPiece;
  revisable: boolean;
  selected: boolean;
  leftOut: boolean;
  sure: boolean;
}

/** One article as it would be imported; the chosen one says why. */
export function ReviewArticle({ article, piece, revisable, selected, leftOut, sure }: Props) {
  const renaming = useReview((review) => review.renaming) && selected;
  const { title, outcome, confidence } = article;
  const present = outcome === 'unchanged';
  return (
    <div
      className={styles['article']}
      data-selected={selected || undefined}
      data-left-out={leftOut || present || undefined}
    >
      <input
        type="checkbox"
        checked={!leftOut && !present}
        disabled={present}
        aria-label={t('import.take', { title })}
        onChange={() => setTaken(article, revisable, leftOut).catch(notifyFailure)}
      />
      <div className={styles['articleText']}>
        {renaming ? (
          <RenameField article={article} />
        ) : (
          <button
            type="button"
            className={styles['articleTitle']}
            dir="auto"
            onClick={() => showLine(piece.startLine)}
            onDoubleClick={() => {
              if (revisable) useReview.setState({ renaming: true });
            }}
          >
            {piece.number}. {title}
          </button>
        )}
        <ArticleFacts article={article} piece={piece} />
        {selected ? <WhySo article={article} piece={piece} /> : null}
      </div>
      <span
        className={styles['sure']}
        data-level={sure ? 'sure' : confidence < UNSURE ? 'unsure' : 'fair'}
        title={article.reasons.map(say).join('\n')}
      >
        {t(sure ? 'review.sure' : confidence < UNSURE ? 'review.unsure' : 'review.fair', {
          percent: formatPercent(confidence),
        })}
      </span>
    </div>
  );
}

function ArticleFacts({ article, piece }: { article: PlannedArticle; piece: ReviewPiece }) {
  const { published, origin, words, truncated, outcome, startLine, endLine } = article;
  return (
    <p className={styles['articleFacts']}>
      {truncated ? <span className={styles['teaser']}>{t('articles.teaser')}</span> : null}
      {published === null ? null : <span>{formatPublished(published)}</span>}
      {origin === null ? null : <span dir="auto">{origin}</span>}
      <span>{t('count.words', { count: words })}</span>
      {startLine === null || endLine === null ? null : (
        <span>{t('import.lines', { start: startLine, end: endLine })}</span>
      )}
      {piece.sections.length === 0 ? null : (
        <span>{t('count.reprints', { count: piece.sections.length })}</span>
      )}
      {outcome === 'add' ? null : <span>{outcomeWords(article)}</span>}
    </p>
  );
}

function WhySo({ article, piece }: { article: PlannedArticle; piece: ReviewPiece }) {
  return (
    <>
      <p className={styles['excerpt']} dir="auto">
        {article.excerpt}
      </p>
      {article.reasons.length === 0 ? null : (
        <ul className={styles['reasons']} aria-label={t('review.reasons')}>
          {article.reasons.map(say).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {piece.sections.length === 0 ? null : (
        <ul className={styles['sections']} aria-label={t('review.reprints')}>
          {piece.sections.map((section) => (
            <li key={section.id}>
              <button
                type="button"
                dir="auto"
                onClick={() => {
                  if (section.startLine !== null) showLine(section.startLine);
                }}
              >
                {section.title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function RenameField({ article }: { article: PlannedArticle }) {
  const stop = () => useReview.setState({ renaming: false });
  const rename = (title: string) => {
    stop();
    const line = article.startLine;
    if (line === null || title === '' || title === article.title) return;
    revise({ kind: 'retitle', line, title }).catch(notifyFailure);
  };
  return (
    <input
      className={styles['rename']}
      defaultValue={article.title}
      dir="auto"
      aria-label={t('review.title')}
      // The field was asked for: it is where the next key belongs.
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => rename(event.target.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') rename(event.currentTarget.value.trim());
        else if (event.key === 'Escape') stop();
        else return;
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[role="list"]')?.focus();
      }}
    />
  );
}
