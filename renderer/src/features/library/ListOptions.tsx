import { SlidersHorizontal } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { DENSITIES, FACTS, GROUPS, SORTS } from '../../../../main/shared/list-view.ts';
import { shownKey } from '../../commands/keymap.ts';
import { useCommands } from '../../commands/registry.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { currentSettings, useSettings } from '../shell/settings.ts';
import styles from './list-head.module.css';
import { changeListView } from './list-view.ts';

/** How the list is sorted, grouped and set. */
export function ListOptions() {
  const [open, setOpen] = useState(false);
  const { sort, descending, group, density, facts } = useSettings().list;
  const groupBy = (by: (typeof GROUPS)[number]) => () => changeListView({ group: by });
  useCommands({
    'list.options': () => setOpen(true),
    'list.group.none': groupBy('none'),
    'list.group.source': groupBy('source'),
    'list.group.month': groupBy('month'),
    'list.group.import': groupBy('import'),
    'list.toggleDensity': () =>
      changeListView({
        density: currentSettings().list.density === 'compact' ? 'comfortable' : 'compact',
      }),
  });
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton
          label={t('articles.options')}
          keys={shownKey('list.options') ?? undefined}
          icon={SlidersHorizontal}
          small
        />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['options']}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('articles.options')}
        >
          <label>
            <span>{t('articles.sortBy')}</span>
            <select
              value={sort}
              onChange={(event) => {
                const chosen = SORTS.find((key) => key === event.target.value);
                if (chosen !== undefined) changeListView({ sort: chosen });
              }}
            >
              {SORTS.map((key) => (
                <option key={key} value={key}>
                  {t(`articles.sort.${key}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <input
              type="checkbox"
              checked={descending}
              onChange={(event) => changeListView({ descending: event.target.checked })}
            />
            <span>{t('articles.descending')}</span>
          </label>
          <label>
            <span>{t('articles.groupBy')}</span>
            <select
              value={group}
              onChange={(event) => {
                const chosen = GROUPS.find((key) => key === event.target.value);
                if (chosen !== undefined) changeListView({ group: chosen });
              }}
            >
              {GROUPS.map((key) => (
                <option key={key} value={key}>
                  {t(`articles.group.${key}`)}
                </option>
              ))}
            </select>
          </label>
          <fieldset>
            <legend>{t('articles.density')}</legend>
            {DENSITIES.map((key) => (
              <label key={key}>
                <input
                  type="radio"
                  name="density"
                  checked={density === key}
                  onChange={() => changeListView({ density: key })}
                />
                <span>{t(`articles.density.${key}`)}</span>
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>{t('articles.shows')}</legend>
            <div className={styles['facts']}>
              {FACTS.map((fact) => (
                <label key={fact}>
                  <input
                    type="checkbox"
                    checked={facts.includes(fact)}
                    onChange={(event) =>
                      changeListView({
                        facts: FACTS.filter((one) =>
                          one === fact ? event.target.checked : facts.includes(one),
                        ),
                      })
                    }
                  />
                  <span>{t(`articles.fact.${fact}`)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
