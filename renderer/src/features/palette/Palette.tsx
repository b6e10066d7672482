import { Command } from 'cmdk';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { closeDialog } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { changeSettings, currentSettings, useSettings } from '../shell/settings.ts';
import { arrange, withChosen } from './arrange.ts';
import styles from './palette.module.css';
import { usePaletteItems, type RunnableItem } from './use-palette-items.ts';

/** Finds commands, lists, tags, settings and articles; what was chosen lately comes first. */
export function Palette() {
  const [typed, setTyped] = useState('');
  const { recentChoices } = useSettings();
  const sections = arrange(usePaletteItems(typed), typed, recentChoices);

  const choose = (item: RunnableItem) => {
    // What it shows comes after the palette is gone, and gets the focus.
    flushSync(closeDialog);
    item.run();
    if (item.section !== 'articles') {
      changeSettings({ recentChoices: withChosen(currentSettings().recentChoices, item.key) });
    }
  };
  return (
    <Dialog title={t('palette.title')} onClose={closeDialog} bare>
      <Command label={t('palette.title')} className={styles['palette']} shouldFilter={false} loop>
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder={t('palette.placeholder')}
          data-autofocus
        />
        <Command.List label={t('palette.list')}>
          <Command.Empty>{t('palette.nothing')}</Command.Empty>
          {sections.map(({ section, items }) => (
            <Command.Group key={section} heading={t(`palette.section.${section}`)}>
              {items.map((item) => (
                <Command.Item
                  key={item.key}
                  // The same command may stand under "Recent" as well.
                  value={`${section} ${item.key}`}
                  onSelect={() => choose(item)}
                >
                  <span className={styles['articleTitle']} dir="auto">
                    {item.label}
                  </span>
                  {item.detail === undefined ? null : <small>{item.detail}</small>}
                  {item.keys == null ? null : <kbd>{item.keys}</kbd>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
