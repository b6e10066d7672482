import { useState, type FormEvent } from 'react';
import { closeDialog, type Naming } from '../../state/view.ts';
import { errorText, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './shell.module.css';

/** Asks for a name; what is wrong with it is said beside it. */
export function NameDialog({ title, label, value, action, run }: Naming) {
  const [name, setName] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(name.trim()).then(closeDialog, (error: unknown) => setProblem(errorText(error)));
  };
  return (
    <Dialog title={title} onClose={closeDialog} size="small">
      <form className={styles['naming']} onSubmit={submit}>
        <label>
          <span>{label}</span>
          <input
            value={name}
            maxLength={200}
            data-autofocus
            aria-invalid={problem !== null}
            onChange={(event) => {
              setName(event.target.value);
              setProblem(null);
            }}
            onFocus={(event) => event.target.select()}
          />
        </label>
        {problem === null ? null : <p role="alert">{problem}</p>}
        <div>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button primary type="submit" disabled={name.trim() === ''}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
