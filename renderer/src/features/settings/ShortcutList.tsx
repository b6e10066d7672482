import { Plus, RotateCcw, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  commandKeywords,
  COMMAND_MENUS,
  COMMANDS,
  type Command,
} from '../../../../main/shared/commands.ts';
import { formatKey, parseKey } from '../../../../main/shared/keys.ts';
import {
  assignedKeys,
  conflictsOf,
  isChanged,
  isSingle,
  withKeyRemoved,
  withKeysReset,
} from '../../../../main/shared/shortcuts.ts';
import { isMac } from '../../commands/keymap.ts';
import { shownLabel } from '../../commands/labels.ts';
import { notify } from '../../state/view.ts';
import { t, translator } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { rankEntry } from '../palette/rank.ts';
import { changeSettings, currentSettings, useSettings } from '../shell/settings.ts';
import { KeyRecorder } from './KeyRecorder.tsx';
import styles from './settings.module.css';

/** Commands by their words or by one of their keys. */
export function findShortcuts(typed: string): Command[] {
  const wanted = typed.trim().toLowerCase();
  const settings = currentSettings();
  return COMMANDS.filter((command) => {
    const words = [...commandKeywords(command.id, translator()), t('section.shortcuts')];
    const keys = assignedKeys(command, settings, isMac).map((key) => shown(key).toLowerCase());
    const byKey = wanted.length > 1 && keys.some((key) => key.includes(wanted));
    return byKey || rankEntry(shownLabel(command.id), typed, words) > 0;
  });
}

function shown(keyText: string): string {
  return formatKey(parseKey(keyText), isMac);
}

/** Every command with its keys, to be changed. */
export function ShortcutList({ commands }: { commands: readonly Command[] }) {
  const { shortcuts } = useSettings();
  const groups = [
    ...COMMAND_MENUS.map((menu) => ({
      name: t(`menu.${menu}`),
      commands: commands.filter((command) => command.menu?.path === menu),
    })),
    { name: t('help.everywhere'), commands: commands.filter(({ menu }) => menu === undefined) },
  ];
  const resetAll = () => {
    changeSettings({ shortcuts: {} });
    notify({
      kind: 'done',
      text: t('keys.allReset'),
      action: { label: t('ui.undo'), run: () => changeSettings({ shortcuts }) },
    });
  };
  return (
    <div className={styles['shortcuts']}>
      {groups
        .filter((group) => group.commands.length > 0)
        .map((group) => (
          <div key={group.name}>
            <h3>{group.name}</h3>
            <ul>
              {group.commands.map((command) => (
                <ShortcutRow key={command.id} command={command} />
              ))}
            </ul>
          </div>
        ))}
      <Button icon={RotateCcw} disabled={Object.keys(shortcuts).length === 0} onClick={resetAll}>
        {t('keys.resetAll')}
      </Button>
    </div>
  );
}

function ShortcutRow({ command }: { command: Command }) {
  const settings = useSettings();
  const [recording, setRecording] = useState(false);
  const add = useRef<HTMLSpanElement>(null);
  const label = shownLabel(command.id);
  const keys = assignedKeys(command, settings, isMac);
  const stop = () => {
    flushSync(() => setRecording(false));
    add.current?.querySelector('button')?.focus();
  };
  return (
    <li data-command={command.id}>
      <span className={styles['shortcutName']}>{label}</span>
      <span className={styles['keys']}>
        {keys.map((key) => (
          <span
            key={key}
            className={styles['key']}
            data-off={(!settings.singleKeys && isSingle(parseKey(key))) || undefined}
          >
            <kbd>{shown(key)}</kbd>
            <button
              type="button"
              aria-label={t('keys.remove', { key: shown(key), command: label })}
              title={t('keys.remove', { key: shown(key), command: label })}
              onClick={() =>
                changeSettings({ shortcuts: withKeyRemoved(command, key, settings, isMac) })
              }
            >
              <X aria-hidden size={13} />
            </button>
          </span>
        ))}
        {recording ? (
          <KeyRecorder command={command} onDone={stop} onLeave={() => setRecording(false)} />
        ) : (
          <span ref={add}>
            <IconButton
              small
              icon={Plus}
              label={t('keys.add', { command: label })}
              onClick={() => setRecording(true)}
            />
          </span>
        )}
        {isChanged(command, settings) ? (
          <IconButton
            small
            icon={RotateCcw}
            label={t('keys.reset', { command: label })}
            onClick={() => changeSettings({ shortcuts: withKeysReset(command, settings) })}
          />
        ) : null}
      </span>
      <Conflicts command={command} keys={keys} />
    </li>
  );
}

/** Resetting one command may bring back a key that another one has by now. */
function Conflicts({ command, keys }: { command: Command; keys: readonly string[] }) {
  const settings = useSettings();
  const found = keys.flatMap((key) =>
    conflictsOf(command, key, settings, isMac).map((other) => ({ key, other })),
  );
  if (found.length === 0) return null;
  return (
    <p className={styles['conflict']}>
      {found
        .map(({ key, other }) =>
          t('keys.conflict', { key: shown(key), command: shownLabel(other) }),
        )
        .join(' ')}
    </p>
  );
}
