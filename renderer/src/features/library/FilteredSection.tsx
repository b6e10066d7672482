import { useState, type ReactNode } from 'react';
import { t } from '../../text.ts';
import styles from './places.module.css';

/** From so many on, a field finds one of them. */
const MANY = 12;
/** More than one looks through; the field finds the others. */
const MOST_SHOWN = 100;

interface Props<T> {
  title: string;
  /** What the field is called. */
  filter: string;
  items: readonly T[];
  children: (shown: readonly T[], filtered: boolean) => ReactNode;
}

/** A part of the places; nothing where there are no items. */
export function FilteredSection<T extends { name: string }>({
  title,
  filter,
  items,
  children,
}: Props<T>) {
  const [text, setText] = useState('');
  if (items.length === 0) return null;
  const wanted = fold(text.trim());
  const fitting = wanted === '' ? items : items.filter(({ name }) => fold(name).includes(wanted));
  const hidden = fitting.length - MOST_SHOWN;
  return (
    <>
      <h2>{title}</h2>
      {items.length < MANY ? null : (
        <input
          type="search"
          className={styles['sectionFilter']}
          value={text}
          aria-label={filter}
          placeholder={filter}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return;
            event.preventDefault();
            setText('');
          }}
        />
      )}
      {children(fitting.slice(0, MOST_SHOWN), wanted !== '')}
      {fitting.length === 0 ? <p className={styles['sectionNote']}>{t('picker.nothing')}</p> : null}
      {hidden > 0 ? (
        <p className={styles['sectionNote']}>{t('places.more', { count: hidden })}</p>
      ) : null}
    </>
  );
}

export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
