import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Command, CommandId } from '../../../../main/shared/commands.ts';
import { formatKey, keyTextOf, parseKey } from '../../../../main/shared/keys.ts';
import { conflictsOf, refusalOf, withKeyAdded } from '../../../../main/shared/shortcuts.ts';
import { isMac } from '../../commands/keymap.ts';
import { shownLabel } from '../../commands/labels.ts';
import { useCommands } from '../../commands/registry.ts';
import { t, translator } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { changeSettings, currentSettings } from '../shell/settings.ts';
import styles from './settings.module.css';

interface Props {
  command: Command;
  /** A key was given or Escape pressed. */
  onDone: () => void;
  /** The focus has gone elsewhere. */
  onLeave: () => void;
}

/** Takes the next key that is pressed for a command; asks before it takes one from another. */
export function KeyRecorder({ command, onDone, onLeave }: Props) {
  const [pressed, setPressed] = useState<string | null>(null);
  const field = useRef<HTMLButtonElement>(null);
  const take = useRef<HTMLSpanElement>(null);
  const conflicts = pressed === null ? [] : conflictsOf(command, pressed, currentSettings(), isMac);
  const refusal = pressed === null ? null : refusalOf(command, pressed, isMac);
  const asks = conflicts.length > 0 && refusal === null;
  useEffect(() => {
    if (asks) take.current?.querySelector('button')?.focus();
    else field.current?.focus();
  }, [asks]);
  // While it asks, Escape means this question and not the page.
  useCommands({ 'app.cancel': { run: onDone, when: () => asks } });

  const give = (key: string) => {
    changeSettings({ shortcuts: withKeyAdded(command, key, currentSettings(), isMac) });
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Tab goes on: nobody may be caught here.
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onDone();
    const key = keyTextOf(event.nativeEvent, isMac);
    if (key === null) return;
    const free = conflictsOf(command, key, currentSettings(), isMac).length === 0;
    if (free && refusalOf(command, key, isMac) === null) give(key);
    else setPressed(key);
  };
  const shown = pressed === null ? '' : formatKey(parseKey(pressed), isMac);
  const names = (ids: readonly CommandId[]) => translator().list(ids.map((id) => shownLabel(id)));
  return (
    <span
      className={styles['recorder']}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      {asks ? (
        <span
          ref={take}
          role="group"
          aria-label={t('keys.conflict', { key: shown, command: names(conflicts) })}
          className={styles['asking']}
        >
          <Button primary onClick={() => pressed !== null && give(pressed)}>
            {t('keys.takeOver')}
          </Button>
          <Button onClick={onDone}>{t('ui.cancel')}</Button>
        </span>
      ) : (
        <button ref={field} type="button" className={styles['listening']} onKeyDown={onKeyDown}>
          {t('keys.press')}
        </button>
      )}
      <span role="status" className={styles['conflict']}>
        {refusal !== null
          ? t(refusal === 'kept' ? 'keys.kept' : 'keys.control', { key: shown })
          : asks
            ? t('keys.conflict', { key: shown, command: names(conflicts) })
            : ''}
      </span>
    </span>
  );
}
