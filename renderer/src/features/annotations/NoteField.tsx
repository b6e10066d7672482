import { useEffect, useRef, useState } from 'react';
import { t } from '../../text.ts';
import styles from './annotations.module.css';

interface Props {
  note: string;
  onSave: (note: string) => void;
  onDone: () => void;
}

/** Writes a note. Leaving the field saves; Escape and Ctrl/Cmd+Enter leave it. */
export function NoteField({ note, onSave, onDone }: Props) {
  const [draft, setDraft] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
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

  return (
    <textarea
      ref={field}
      className={styles['noteField']}
      value={draft}
      rows={3}
      placeholder={t('notes.placeholder')}
      aria-label={t('notes.note')}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={onDone}
      onKeyDown={(event) => {
        const done =
          event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (!done) return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    />
  );
}
