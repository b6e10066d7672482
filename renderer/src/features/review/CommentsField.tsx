import { useState } from 'react';
import { notifyFailure, type GivenPaths } from '../../state/view.ts';
import { t } from '../../text.ts';
import { readAgain } from './read-again.ts';
import styles from './review.module.css';

/** Whether the comments on posts are taken as well, of every WordPress export of the import. */
export function CommentsField({ path, given }: { path: string; given: GivenPaths }) {
  /** While it is read again. */
  const [asked, setAsked] = useState<boolean | null>(null);
  const read = async (comments: boolean) => {
    if (asked !== null) return;
    setAsked(comments);
    try {
      await readAgain({ ...given, comments }, path);
    } finally {
      setAsked(null);
    }
  };
  return (
    <label className={styles['comments']} aria-busy={asked !== null}>
      <input
        type="checkbox"
        checked={asked ?? given.comments}
        onChange={(event) => read(event.target.checked).catch(notifyFailure)}
      />
      {t('review.comments')}
    </label>
  );
}
