import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { notifyFailure } from '../../state/view.ts';

interface Props {
  id?: string;
  label: string;
  value: string;
  long?: boolean;
  onSave: (value: string) => Promise<unknown>;
  /** By key, and the focus goes back to the tree. */
  onLeave: () => void;
}

/**
 * Words about a tag, saved when they are left: by Enter where they are one line, by Escape where they
 * are long. Of a name Escape takes back what was typed.
 */
export function TagWords({ id, label, value, long = false, onSave, onLeave }: Props) {
  const [draft, setDraft] = useState(value);
  const latest = useRef({ draft, value, onSave });
  useEffect(() => {
    latest.current = { draft, value, onSave };
  });
  const save = useCallback(() => {
    const { draft: typed, value: before, onSave: put } = latest.current;
    if (typed.trim() === before) return;
    // Whoever leaves twice saves once.
    latest.current = { draft: typed, value: typed.trim(), onSave: put };
    put(typed.trim()).catch((error: unknown) => {
      setDraft(before);
      notifyFailure(error);
    });
  }, []);
  // The screen may be left without leaving the field.
  useEffect(() => save, [save]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (!long) {
        latest.current = { draft: value, value, onSave };
        setDraft(value);
      }
    } else if (event.key !== 'Enter' || (long && !(event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
  const field = {
    value: draft,
    dir: 'auto',
    onBlur: save,
    onKeyDown,
  } as const;
  return (
    <label>
      <span>{label}</span>
      {long ? (
        <textarea rows={1} {...field} onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <input
          id={id}
          maxLength={200}
          {...field}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setDraft(event.target.value)}
        />
      )}
    </label>
  );
}
