import { Check, TextSelect, Unlink } from 'lucide-react';
import type { ReviewItem } from '../../../../main/shared/contract/annotations.ts';
import type { Anchor, Quote } from '../../../../main/shared/entities.ts';
import { wordDiff } from '../../../../main/shared/text/word-diff.ts';
import { withKey } from '../../commands/keymap.ts';
import { openArticle } from '../../state/open-article.ts';
import { focusAnnotation, notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { formatPercent } from '../../ui/dates.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';
import { acceptAnnotations } from './actions.ts';
import { NoteText } from './NoteText.tsx';
import { keepOrphan, startReattaching } from './tray-actions.ts';
import { shownAfter, shownBefore } from '../../ui/surroundings.ts';
import styles from './tray.module.css';

interface Props {
  item: ReviewItem;
  chosen: boolean;
  onChoose: () => void;
}

export function TrayCard({ item: { annotation, title, now }, chosen, onChoose }: Props) {
  const { id, articleId, anchor, target, note, color } = annotation;
  const chooses = { onFocus: onChoose };
  const show = () => {
    openArticle(articleId, { terms: [], offset: (anchor.range ?? target.position).start });
    focusAnnotation(id);
  };
  return (
    <li>
      <article
        className={styles['card']}
        data-color={color}
        data-chosen={chosen || undefined}
        tabIndex={chosen ? 0 : -1}
        aria-label={t('notes.highlight', { quote: target.quote.exact.slice(0, 80) })}
      >
        <header>
          <button
            type="button"
            className={styles['title']}
            {...chooses}
            onClick={show}
            title={t('notes.show')}
          >
            {title}
          </button>
          <span className={styles['fate']} data-method={anchor.method}>
            {fate(anchor)}
          </span>
        </header>
        {now === null ? (
          <p className={styles['words']} dir="auto">
            <span className={styles['around']}>{shownBefore(target.quote.prefix, SHOWN)}</span>
            <del>{target.quote.exact}</del>
            <span className={styles['around']}>{shownAfter(target.quote.suffix, SHOWN)}</span>
          </p>
        ) : now.exact === target.quote.exact ? (
          <dl className={styles['thenNow']}>
            <dt>{t('tray.then')}</dt>
            <dd>
              <InContext quote={target.quote} />
            </dd>
            <dt>{t('tray.now')}</dt>
            <dd>
              <InContext quote={now} />
            </dd>
          </dl>
        ) : (
          <div className={styles['words']} dir="auto">
            <span className={styles['around']}>{shownBefore(now.prefix, SHOWN)}</span>
            <WordDiff segments={wordDiff(target.quote.exact, now.exact)} whole />
            <span className={styles['around']}>{shownAfter(now.suffix, SHOWN)}</span>
          </div>
        )}
        {note === '' ? null : (
          <div className={styles['note']}>
            <NoteText note={note} />
          </div>
        )}
        <footer>
          {now === null ? null : (
            <Button
              {...chooses}
              primary
              icon={Check}
              title={withKey(t('tray.accept'), 'tray.accept')}
              onClick={() => void acceptAnnotations([id]).catch(notifyFailure)}
            >
              {t('tray.accept')}
            </Button>
          )}
          <Button
            {...chooses}
            icon={TextSelect}
            title={withKey(t('tray.reattach'), 'tray.reattach')}
            onClick={() => startReattaching(annotation)}
          >
            {t('tray.reattach')}
          </Button>
          <Button
            {...chooses}
            icon={Unlink}
            title={withKey(t('tray.keepOrphan'), 'tray.keepOrphan')}
            onClick={() => void keepOrphan(annotation).catch(notifyFailure)}
          >
            {t('tray.keepOrphan')}
          </Button>
        </footer>
      </article>
    </li>
  );
}

/** The same words: what is around them tells one place from the other. */
function InContext({ quote: { prefix, exact, suffix } }: { quote: Quote }) {
  return (
    <p className={styles['words']} dir="auto">
      <span className={styles['around']}>{shownBefore(prefix, SHOWN)}</span>
      {exact}
      <span className={styles['around']}>{shownAfter(suffix, SHOWN)}</span>
    </p>
  );
}

function fate({ method, score }: Anchor): string {
  if (method === 'orphan') return t('tray.orphan');
  if (method === 'fuzzy') return t('tray.moved', { percent: formatPercent(score) });
  return t('tray.elsewhere');
}

const SHOWN = 60;
