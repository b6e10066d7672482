import { ListFilter, X } from 'lucide-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { filterList, showPane, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './list-head.module.css';
import { ListOptions } from './ListOptions.tsx';

/** `total` is null while it isn't known. */
export function ListHead({ title, total }: { title: string; total: number | null }) {
  const words = useView((view) => view.list.words) ?? '';
  const input = useRef<HTMLInputElement>(null);
  useCommands({
    'list.filter': () => {
      // The pane may only now come into sight; what is typed next must find the field.
      flushSync(() => showPane('list'));
      input.current?.focus();
      input.current?.select();
    },
  });
  return (
    <header className={styles['listHead']}>
      <div className={styles['listTitle']}>
        <h1 dir="auto">{title}</h1>
        <p aria-live="polite">{total === null ? '' : t('count.articles', { count: total })}</p>
      </div>
      <div className={styles['listTools']}>
        <div className={styles['filter']} data-active={words !== '' || undefined}>
          <ListFilter aria-hidden size={14} strokeWidth={1.75} />
          <input
            ref={input}
            type="text"
            value={words}
            maxLength={200}
            placeholder={t('articles.filter')}
            aria-label={t('articles.filter')}
            title={keyed(t('articles.filterHint'), shownKey('list.filter'))}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => filterList(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                event.preventDefault();
                if (words === '') runCommand('go.list');
                else filterList('');
              } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault();
                runCommand('go.list');
              }
            }}
          />
          {words === '' ? null : (
            <IconButton
              label={t('articles.clearFilter')}
              icon={X}
              small
              onClick={() => filterList('')}
            />
          )}
        </div>
        <ListOptions />
      </div>
    </header>
  );
}

function keyed(label: string, keys: string | null): string {
  return keys === null ? label : t('ui.keyed', { label, keys });
}
