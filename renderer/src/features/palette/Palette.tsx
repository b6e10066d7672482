import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { commandKeywords, commandLabel, COMMANDS } from '../../../../main/shared/commands.ts';
import { queries } from '../../api/queries.ts';
import { shownKey } from '../../commands/keymap.ts';
import { isAvailable, runCommand } from '../../commands/registry.ts';
import { closeDialog, openArticle } from '../../state/view.ts';
import { t, translator } from '../../text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './palette.module.css';
import { rankEntry } from './rank.ts';

/** Articles were found by search already; they come after every command that fits. */
const ARTICLE = 'article:';
const LAST = 0.01;

/** Finds commands, and articles by their words. */
export function Palette() {
  const [text, setText] = useState('');
  const wanted = text.trim();
  const hits = useQuery({ ...queries.search(wanted), enabled: wanted.length > 1 }).data?.hits ?? [];
  const commands = COMMANDS.filter(({ id, palette }) => palette !== false && isAvailable(id));

  const run = (action: () => void) => {
    // What the command shows comes after the palette is gone, and gets the focus.
    flushSync(closeDialog);
    action();
  };
  return (
    <Dialog title={t('palette.title')} onClose={closeDialog} bare>
      <Command
        label={t('palette.title')}
        className={styles['palette']}
        loop
        filter={(value, typed, keywords) =>
          value.startsWith(ARTICLE) ? LAST : rankEntry(value, typed, keywords)
        }
      >
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={t('palette.placeholder')}
          data-autofocus
        />
        <Command.List label={t('palette.list')}>
          <Command.Empty>{t('palette.nothing')}</Command.Empty>
          <Command.Group heading={t('palette.commands')}>
            {commands.map(({ id }) => (
              <Command.Item
                key={id}
                value={commandLabel(id, translator())}
                keywords={commandKeywords(id, translator())}
                onSelect={() => run(() => runCommand(id))}
              >
                <span>{commandLabel(id, translator())}</span>
                {shownKey(id) === null ? null : <kbd>{shownKey(id)}</kbd>}
              </Command.Item>
            ))}
          </Command.Group>
          {wanted.length > 1 && hits.length > 0 ? (
            <Command.Group heading={t('palette.articles')}>
              {hits.slice(0, 8).map((hit) => (
                <Command.Item
                  key={hit.articleId}
                  value={`${ARTICLE}${hit.articleId}`}
                  onSelect={() =>
                    run(() => openArticle(hit.articleId, { terms: hit.terms, offset: null }))
                  }
                >
                  <span className={styles['articleTitle']}>{hit.title}</span>
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
        </Command.List>
      </Command>
    </Dialog>
  );
}
