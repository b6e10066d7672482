import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '../../api/queries.ts';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand } from '../../commands/registry.ts';
import { HIGHLIGHT_COMMANDS } from '../reader/highlight-commands.ts';
import { useSettings } from '../shell/settings.ts';
import { t } from '../../text.ts';
import { quickTags } from './quick-tags.ts';
import { showQuickTags } from './quick-tags-state.ts';
import styles from './quick-tags.module.css';

/** The numbered tags beside the toolbar of a highlight. `above`: where there is no room below. */
export function QuickTags({ above }: { above: boolean }) {
  const { recentTags } = useSettings();
  const listed = useQuery(queries.tags()).data?.tags ?? [];
  const shown = quickTags(listed, recentTags);
  useEffect(() => {
    const close = () => showQuickTags(false);
    window.addEventListener('pointerdown', close);
    return () => {
      window.removeEventListener('pointerdown', close);
      close();
    };
  }, []);
  return (
    <div
      className={styles['quick']}
      data-above={above || undefined}
      role="group"
      aria-label={t('tags.quick')}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <p role="status">{shown.length === 0 ? t('tags.quickNone') : t('tags.quickHint')}</p>
      <ol>
        {shown.map(({ id, name }, index) => {
          const command = HIGHLIGHT_COMMANDS[index];
          if (command === undefined) return null;
          return (
            <li key={id}>
              <button type="button" onClick={() => runCommand(command)}>
                <kbd>{shownKey(command) ?? index + 1}</kbd>
                <span dir="auto">{name}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
