import { useQuery } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent } from 'react';
import { queries } from '../../api/queries.ts';
import { t } from '../../text.ts';
import { useFocusBack } from '../../ui/give-focus-back.ts';
import styles from './annotations.module.css';

const MOST_SUGGESTIONS = 7;

interface Props {
  /** Ids of the tags that are on already. */
  present: readonly string[];
  onAdd: (name: string) => void;
  onRemoveLast: () => void;
  onDone: () => void;
}

/** Types a tag: suggestions from the codebook, Enter takes the marked one or makes a new one. */
export function TagField({ present, onAdd, onRemoveLast, onDone }: Props) {
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const listId = useId();
  const giveFocusBack = useFocusBack();
  const tags = useQuery(queries.tags()).data?.tags ?? [];

  const wanted = fold(text.trim());
  const known = tags
    .filter(({ id, name }) => !present.includes(id) && fold(name).includes(wanted))
    .toSorted(
      (a, b) => Number(fold(b.name).startsWith(wanted)) - Number(fold(a.name).startsWith(wanted)),
    )
    .slice(0, MOST_SUGGESTIONS)
    .map(({ id, name }) => ({ id, name, label: name }));
  const isNew = wanted !== '' && !tags.some(({ name }) => fold(name) === wanted);
  const options = isNew
    ? [...known, { id: 'new', name: text.trim(), label: t('tags.new', { name: text.trim() }) }]
    : known;

  const add = (name: string) => {
    onAdd(name);
    setText('');
    setMarked(0);
  };

  const leave = () => {
    giveFocusBack();
    onDone();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      setMarked((marked + step + options.length) % options.length);
    } else if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      const option = options[marked];
      if (wanted === '') leave();
      else if (option !== undefined) add(option.name);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    } else if (event.key === 'Backspace' && text === '') {
      onRemoveLast();
    }
  };

  return (
    <div className={styles['tagField']}>
      <input
        // The field appears because the user asked to type a tag.
        autoFocus
        value={text}
        placeholder={t('tags.adding')}
        role="combobox"
        aria-label={t('tags.add')}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? `${listId}-${marked}` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (text.trim() === '') onDone();
        }}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={t('tags.suggestions')}
        hidden={options.length === 0}
      >
        {options.map((option, index) => (
          <li
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === marked}
            onPointerDown={(event) => {
              event.preventDefault();
              add(option.name);
            }}
          >
            {option.label}
          </li>
        ))}
      </ul>
    </div>
  );
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
