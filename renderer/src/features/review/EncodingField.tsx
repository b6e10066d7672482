import { useState } from 'react';
import type { PlannedSource } from '../../../../main/shared/contract.ts';
import { notifyFailure, type GivenPaths } from '../../state/view.ts';
import { t } from '../../text.ts';
import { ENCODINGS } from './encodings.ts';
import { readAgain } from './read-again.ts';
import styles from './review.module.css';

const GUESS = '';

/** How the bytes of a file were read; another encoding reads it again. */
export function EncodingField({ source, given }: { source: PlannedSource; given: GivenPaths }) {
  const { encoding, path } = source;
  /** While it is read in another. */
  const [asked, setAsked] = useState<string | null>(null);
  const chosen = given.encodings[path];
  const read = async (next: string) => {
    if (asked !== null) return;
    const { [path]: _before, ...others } = given.encodings;
    const encodings = next === GUESS ? others : { ...others, [path]: next };
    setAsked(next);
    try {
      await readAgain({ ...given, encodings }, path);
    } finally {
      setAsked(null);
    }
  };
  const known = ENCODINGS.some(([name]) => name === encoding);
  return (
    <select
      className={styles['encoding']}
      aria-label={t('review.encoding')}
      aria-busy={asked !== null}
      value={asked ?? encoding}
      onChange={(event) => read(event.target.value).catch(notifyFailure)}
    >
      {chosen === undefined ? null : <option value={GUESS}>{t('encoding.guess')}</option>}
      {known ? null : <option value={encoding}>{encoding}</option>}
      {ENCODINGS.map(([name, script]) => (
        <option key={name} value={name}>
          {t(script, { name })}
        </option>
      ))}
    </select>
  );
}
