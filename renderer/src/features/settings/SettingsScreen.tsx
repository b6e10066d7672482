import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { closeScreen } from '../../state/view.ts';
import { t } from '../../text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { CONTROLS } from './controls.tsx';
import { ENTRIES, labelOf, rankSetting, SECTIONS, type Entry, type Section } from './entries.ts';
import styles from './settings.module.css';
import { findShortcuts, ShortcutList } from './ShortcutList.tsx';

/** Everything that can be set, on one page that can be searched. `at`: the entry to begin with. */
export function SettingsScreen({ at }: { at: string | null }) {
  const [typed, setTyped] = useState('');
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at === null) return;
    const row = page.current?.querySelector<HTMLElement>(`[data-setting="${at}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('input, select, button')?.focus();
  }, [at]);

  const entries = ENTRIES.filter((entry) => rankSetting(entry, typed) > 0);
  const commands = findShortcuts(typed);
  const shown = SECTIONS.filter(
    (section) =>
      entries.some((entry) => entry.section === section) ||
      (section === 'shortcuts' && commands.length > 0),
  );
  return (
    <Screen
      title={t('settings.title')}
      onClose={closeScreen}
      actions={
        <div className={styles['search']} role="search">
          <Search aria-hidden size={16} strokeWidth={1.75} />
          <input
            type="text"
            value={typed}
            placeholder={t('settings.search')}
            aria-label={t('settings.search')}
            autoComplete="off"
            spellCheck={false}
            data-autofocus={at === null || undefined}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || typed === '') return;
              event.preventDefault();
              setTyped('');
            }}
          />
        </div>
      }
    >
      <div ref={page} className={styles['page']}>
        <nav className={styles['nav']} aria-label={t('settings.sections')}>
          <ul>
            {shown.map((section) => (
              <li key={section}>
                <button type="button" onClick={() => goTo(page.current, section)}>
                  {t(`section.${section}`)}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles['sections']}>
          {shown.length > 0 ? null : (
            <EmptyState icon={Search} title={t('settings.nothing', { words: typed.trim() })}>
              {t('settings.nothingAdvice')}
            </EmptyState>
          )}
          {shown.map((section) => (
            <section key={section} aria-labelledby={`section-${section}`}>
              <h2 id={`section-${section}`} tabIndex={-1}>
                {t(`section.${section}`)}
              </h2>
              {entries
                .filter((entry) => entry.section === section)
                .map((entry) => (
                  <SettingRow key={entry.id} entry={entry} />
                ))}
              {section === 'shortcuts' ? <ShortcutList commands={commands} /> : null}
            </section>
          ))}
        </div>
      </div>
    </Screen>
  );
}

function goTo(page: HTMLElement | null, section: Section): void {
  const heading = page?.querySelector<HTMLElement>(`#section-${section}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

function SettingRow({ entry: { id } }: { entry: Entry }) {
  const Control = CONTROLS[id];
  return (
    <div className={styles['row']} data-setting={id}>
      <div>
        <h3>{labelOf(id)}</h3>
        <p id={`describe-${id}`}>{t(`describe.${id}`)}</p>
      </div>
      <div className={styles['control']}>
        <Control label={labelOf(id)} describedBy={`describe-${id}`} />
      </div>
    </div>
  );
}
