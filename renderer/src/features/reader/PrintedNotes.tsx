import type { Annotation } from '../../../../main/shared/entities.ts';
import { withoutLinks } from '../../../../main/shared/note-links.ts';
import { t } from '../../text.ts';
import { inReadingOrder } from '../annotations/actions.ts';
import { useTags } from '../annotations/NotesPanel.tsx';
import styles from './reader.module.css';

/** The highlights with their notes and tags, on paper only, behind the text. */
export function PrintedNotes({ annotations }: { annotations: readonly Annotation[] }) {
  const tags = useTags();
  if (annotations.length === 0) return null;
  return (
    <section className={styles['printed']} aria-label={t('print.notes')}>
      <h2>{t('print.notes')}</h2>
      <ol>
        {inReadingOrder(annotations).map(({ id, color, target, note, tags: ids }) => (
          <li key={id} style={{ borderColor: `var(--dot-${color})` }}>
            <blockquote>{target.quote.exact}</blockquote>
            {note === '' ? null : <p>{withoutLinks(note)}</p>}
            {ids.length === 0 ? null : (
              <p>{ids.map((tagId) => `#${tags.get(tagId)?.name ?? tagId}`).join(' ')}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
