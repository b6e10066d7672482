import { Command } from 'cmdk';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { closeDialog, notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './palette.module.css';
import { rankEntry } from './rank.ts';

/** More than one looks through without typing another letter. */
const MOST_SHOWN = 100;

export interface Choice {
  id: string;
  label: string;
  /** What tells it from others of its name. */
  detail?: string | undefined;
}

interface Props {
  title: string;
  placeholder: string;
  choices: readonly Choice[];
  onPick: (id: string) => Promise<unknown> | void;
  /** What Enter makes of words that are no choice; absent where nothing can be made. */
  create?: { label: (text: string) => string; run: (text: string) => Promise<unknown> };
  empty: string;
}

/** Picks one of many by typing a part of its name. */
export function Picker({ title, placeholder, choices, onPick, create, empty }: Props) {
  const [text, setText] = useState('');
  const wanted = text.trim();
  const shown = choices
    .map((choice) => ({
      choice,
      rank: rankEntry(choice.label, wanted, choice.detail === undefined ? [] : [choice.detail]),
    }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, MOST_SHOWN);
  const isKnown = choices.some(({ label }) => fold(label) === fold(wanted));

  const run = (action: () => Promise<unknown> | void) => {
    // What comes next gets the focus back.
    flushSync(closeDialog);
    Promise.resolve(action()).catch(notifyFailure);
  };
  return (
    <Dialog title={title} onClose={closeDialog} bare>
      <Command label={title} className={styles['palette']} shouldFilter={false} loop>
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={placeholder}
          data-autofocus
        />
        <Command.List label={title}>
          <Command.Empty>{choices.length === 0 ? empty : t('picker.nothing')}</Command.Empty>
          {shown.map(({ choice: { id, label, detail } }) => (
            <Command.Item key={id} value={id} onSelect={() => run(() => onPick(id))}>
              <span className={styles['articleTitle']}>{label}</span>
              {detail === undefined ? null : <small>{detail}</small>}
            </Command.Item>
          ))}
          {create === undefined || wanted === '' || isKnown ? null : (
            <Command.Item value="create:" onSelect={() => run(() => create.run(wanted))}>
              {create.label(wanted)}
            </Command.Item>
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
