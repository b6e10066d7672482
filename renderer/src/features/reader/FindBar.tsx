import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { TextRange } from '../../../../main/shared/entities.ts';
import { useCommands } from '../../commands/registry.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { ArticlePage } from './article-page.ts';
import styles from './find-bar.module.css';
import { findInText, firstFrom, MOST_FOUND } from './find.ts';

interface Props {
  text: string;
  page: ArticlePage | null;
  onFound: (found: Found | null) => void;
}

export interface Found {
  ranges: readonly TextRange[];
  present: TextRange | null;
}

/** Finds words in the open article: counted, painted, gone through. */
export function FindBar({ text, page, onFound }: Props) {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  /** Where one was when the search began: what is found is looked for from there. */
  const origin = useRef(0);
  const wanted = useDeferredValue(words);
  const ranges = useMemo(() => (open ? findInText(text, wanted) : []), [open, text, wanted]);
  const present = ranges[at] ?? null;

  const start = () => {
    const selected = document.getSelection()?.toString().trim() ?? '';
    if (selected !== '' && selected.length < 200 && !selected.includes('\n')) setWords(selected);
    origin.current = page?.inSight().start ?? 0;
    setOpen(true);
    field.current?.focus();
    field.current?.select();
  };
  const close = () => {
    setOpen(false);
    page?.page.focus({ preventScroll: true });
  };
  const step = (by: 1 | -1) => {
    if (ranges.length > 0) setAt((at + by + ranges.length) % ranges.length);
  };
  const stepping = () => open && ranges.length > 0;
  useCommands({
    'article.find': start,
    'article.findNext': { run: () => step(1), when: stepping },
    'article.findPrevious': { run: () => step(-1), when: stepping },
  });

  const begin = useEffectEvent(() => setAt(firstFrom(ranges, origin.current)));
  useEffect(() => begin(), [wanted]);
  useEffect(() => {
    if (open) field.current?.select();
  }, [open]);
  useEffect(() => onFound(open ? { ranges, present } : null), [open, ranges, present, onFound]);
  const presentStart = present?.start;
  useEffect(() => {
    if (presentStart !== undefined) page?.goTo(presentStart, 'reveal');
  }, [presentStart, page]);

  if (!open) return null;
  return (
    <search className={styles['find']} aria-label={t('find.title')}>
      <input
        ref={field}
        // It was asked for by key or menu.
        data-autofocus
        type="text"
        value={words}
        aria-label={t('find.title')}
        placeholder={t('find.title')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <output aria-live="polite">
        {words.trim() === ''
          ? ''
          : ranges.length === 0
            ? t('find.nothing')
            : t('find.count', {
                place: at + 1,
                total:
                  ranges.length === MOST_FOUND
                    ? t('find.more', { total: MOST_FOUND })
                    : ranges.length,
              })}
      </output>
      <IconButton
        label={t('find.previous')}
        icon={ChevronUp}
        small
        disabled={ranges.length === 0}
        onClick={() => step(-1)}
      />
      <IconButton
        label={t('find.next')}
        icon={ChevronDown}
        small
        disabled={ranges.length === 0}
        onClick={() => step(1)}
      />
      <IconButton label={t('ui.close')} icon={X} small onClick={close} />
    </search>
  );
}
