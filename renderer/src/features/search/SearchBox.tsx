import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useCommands } from '../../commands/registry.ts';
import { setQuery, showPane, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './search.module.css';

/** One box for the whole library: what it finds takes the place of the list. */
export function SearchBox({ onLeave }: { onLeave: () => void }) {
  const query = useView((view) => view.query);
  const input = useRef<HTMLInputElement>(null);
  useCommands({
    'search.focus': () => {
      // The pane may only now come into sight; what is typed next must find the box.
      flushSync(() => showPane('list'));
      input.current?.focus();
      input.current?.select();
    },
    'search.clear': { run: () => setQuery(''), when: () => query !== '' },
  });
  return (
    <div className={styles['box']} role="search">
      <Search aria-hidden size={16} strokeWidth={1.75} />
      <input
        ref={input}
        type="text"
        value={query}
        placeholder={t('search.label')}
        aria-label={t('search.label')}
        title={t('search.syntax')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            if (query === '') onLeave();
            else setQuery('');
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            onLeave();
          }
        }}
      />
      {query === '' ? (
        <kbd aria-hidden>/</kbd>
      ) : (
        <IconButton label={t('search.clear')} icon={X} small onClick={() => setQuery('')} />
      )}
    </div>
  );
}
