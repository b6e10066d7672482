import type { ExportConflict } from '../../../../main/shared/contract/export.ts';
import { notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { takeNote } from './take-note.ts';
import styles from './export.module.css';

interface Props {
  conflicts: readonly ExportConflict[];
  onOverwrite: (id: string) => void;
}

/** What the user changed of Lectern's words in the files: it stays, unless they say otherwise. */
export function ExportConflicts({ conflicts, onOverwrite }: Props) {
  if (conflicts.length === 0) return null;
  return (
    <section className={styles['conflicts']} aria-label={t('export.edited')}>
      <h3>{t('export.edits', { count: conflicts.length })}</h3>
      <ul>
        {conflicts.map((conflict) => (
          <li key={conflict.id}>
            <p>
              {t(whatWasEdited(conflict))} <span>{conflict.path}</span>
            </p>
            <div className={styles['sides']}>
              <Side title={t('export.inFile')} text={conflict.file} />
              <Side title={t('export.inLectern')} text={conflict.lectern} />
            </div>
            <div className={styles['answers']}>
              {conflict.note === null ? null : (
                <Button onClick={() => void takeNote(conflict).catch(notifyFailure)}>
                  {t(conflict.note === '' ? 'export.takeAway' : 'export.takeNote')}
                </Button>
              )}
              <Button onClick={() => onOverwrite(conflict.id)}>
                {t(conflict.file === '' ? 'export.writeAgain' : 'export.writeOver')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whatWasEdited({ part, articleId }: ExportConflict) {
  if (part === 'note' && articleId !== null) return 'export.edited.articleNote';
  return `export.edited.${part}` as const;
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h4>{title}</h4>
      {text === '' ? <p className={styles['nothing']}>{t('export.nothing')}</p> : <pre>{text}</pre>}
    </div>
  );
}
