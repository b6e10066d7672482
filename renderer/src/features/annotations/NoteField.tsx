import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { linkLabel, writeLink } from '../../../../main/shared/note-links.ts';
import { t } from '../../text.ts';
import { useFocusBack } from '../../ui/give-focus-back.ts';
import styles from './annotations.module.css';
import { NoteText } from './NoteText.tsx';
import { hasMarkup, readNote } from './read-note.ts';
import { useLinkOptions, type LinkOption } from './use-link-options.ts';

interface Props {
  note: string;
  /** What the field is for. */
  label: string;
  placeholder: string;
  onSave: (note: string) => void;
  onDone: () => void;
}

/** What was typed after `[[` up to the caret; null where no link is being typed. */
const LINK_BEGUN = /\[\[([^[\]|\n]{0,60})$/;

/**
 * Writes a note in Markdown, shown below as it will be. `[[` offers articles and passages to link to.
 * Leaving the field saves; Escape and Ctrl/Cmd+Enter leave it.
 */
export function NoteField({ note, label, placeholder, onSave, onDone }: Props) {
  const [draft, setDraft] = useState(note);
  const [begun, setBegun] = useState<string | null>(null);
  const [marked, setMarked] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const giveFocusBack = useFocusBack();
  const caret = useRef<number | null>(null);
  const listId = useId();
  const options = useLinkOptions(begun);
  const latest = useRef({ draft, note, onSave });
  useEffect(() => {
    latest.current = { draft, note, onSave };
  });

  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    // A draft is never lost: also when the card goes away while it is being written.
    return () => {
      const { draft: written, note: saved, onSave: save } = latest.current;
      if (written.trim() !== saved) save(written.trim());
    };
  }, []);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [draft]);

  const lookForLink = ({ value, selectionStart }: HTMLTextAreaElement) => {
    setBegun(LINK_BEGUN.exec(value.slice(0, selectionStart))?.[1] ?? null);
    setMarked(0);
  };
  const link = (option: LinkOption) => {
    const at = field.current?.selectionStart ?? draft.length;
    const start = at - (begun ?? '').length - 2;
    // What closes the link may stand there already.
    const rest = draft.slice(at).replace(/^\]\]/, '');
    const written = writeLink(option);
    caret.current = start + written.length;
    setDraft(`${draft.slice(0, start)}${written}${rest}`);
    setBegun(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = options[marked];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const leaves =
      event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (begun !== null && step !== 0 && options.length > 0) {
      setMarked((marked + step + options.length) % options.length);
    } else if (begun !== null && event.key === 'Escape') {
      setBegun(null);
    } else if (option !== undefined && !leaves && ['Enter', 'Tab'].includes(event.key)) {
      link(option);
    } else if (leaves) {
      giveFocusBack();
      onDone();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // The caret, what is offered and the preview stay in sight as they grow.
  const whole = useRef<HTMLDivElement>(null);
  const offered = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    whole.current?.scrollIntoView({ block: 'nearest' });
    offered.current?.scrollIntoView({ block: 'nearest' });
  }, [draft, options.length]);

  const preview = useMemo(() => hasMarkup(readNote(draft)), [draft]);
  return (
    <div ref={whole} className={styles['writing']}>
      <textarea
        ref={field}
        className={styles['noteField']}
        value={draft}
        rows={3}
        placeholder={placeholder}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={options.length > 0 ? listId : undefined}
        aria-activedescendant={options.length > 0 ? `${listId}-${marked}` : undefined}
        onChange={(event) => {
          setDraft(event.target.value);
          lookForLink(event.target);
        }}
        onSelect={(event) => {
          if (begun !== null) lookForLink(event.currentTarget);
        }}
        onBlur={onDone}
        onKeyDown={onKeyDown}
      />
      {options.length === 0 ? null : (
        <ul ref={offered} id={listId} role="listbox" aria-label={t('notes.linkOptions')}>
          {options.map((option, index) => (
            <li
              key={`${option.kind}/${option.id}`}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === marked}
              onPointerDown={(event) => {
                event.preventDefault();
                link(option);
              }}
            >
              {option.kind === 'note'
                ? t('notes.quote', { quote: linkLabel(option.label) })
                : option.label}
              {option.detail === '' ? null : <small>{option.detail}</small>}
            </li>
          ))}
        </ul>
      )}
      {preview ? (
        <div className={styles['preview']} role="group" aria-label={t('notes.preview')}>
          <NoteText note={draft} />
        </div>
      ) : null}
    </div>
  );
}
