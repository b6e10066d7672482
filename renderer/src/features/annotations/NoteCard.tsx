import { Copy, MessageSquare, Pencil, Tag as TagIcon, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Annotation, Tag } from '../../../../main/shared/entities.ts';
import { isCertain } from '../../../../main/shared/text/anchor.ts';
import { needsReview } from '../../../../main/shared/text/needs-review.ts';
import { focusAnnotation, notify, notifyFailure, openScreen } from '../../state/view.ts';
import { t } from '../../text.ts';
import { ColorPicker } from '../../ui/ColorPicker.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TagChip } from '../../ui/TagChip.tsx';
import { addTag, changeAnnotation, deleteAnnotation } from './actions.ts';
import styles from './annotations.module.css';
import { NoteField } from './NoteField.tsx';
import { NoteText } from './NoteText.tsx';
import { TagField } from './TagField.tsx';

interface Props {
  annotation: Annotation;
  /** Among all of the article, of which only some are in the page; from 1. */
  place: { at: number; of: number };
  tags: ReadonlyMap<string, Tag>;
  focused: boolean;
  editing: 'note' | 'tags' | null;
  onReveal: () => void;
}

export function NoteCard({ annotation, place, tags, focused, editing, onReveal }: Props) {
  const { id, color, note, anchor, target } = annotation;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focused) card.current?.scrollIntoView({ block: 'nearest' });
  }, [focused, editing]);

  const edit = (what: 'note' | 'tags' | null) => focusAnnotation(id, what);
  const change = (...[part, label]: [Parameters<typeof changeAnnotation>[1], string]) => {
    changeAnnotation(annotation, part, label).catch(notifyFailure);
  };
  const withoutTag = (tagId: string) =>
    change({ tags: annotation.tags.filter((other) => other !== tagId) }, t('undo.removeTag'));

  return (
    <article
      ref={card}
      className={styles['card']}
      data-color={color}
      data-focused={focused || undefined}
      aria-label={t('notes.highlight', { quote: target.quote.exact.slice(0, 80) })}
      aria-posinset={place.at}
      aria-setsize={place.of}
    >
      <button type="button" className={styles['quote']} onClick={onReveal} title={t('notes.show')}>
        <span dir="auto">{target.quote.exact}</span>
      </button>
      {annotation.creator === undefined ? null : (
        <p className={styles['creator']}>{t('notes.by', { name: annotation.creator })}</p>
      )}
      {isCertain(anchor) ? null : (
        <p className={styles['orphan']}>
          {anchor.method === 'orphan' ? t('notes.orphan') : t('notes.moved')}{' '}
          {needsReview(annotation) ? (
            <button type="button" onClick={() => openScreen({ name: 'tray' })}>
              {t('notes.review')}
            </button>
          ) : null}
        </p>
      )}
      {editing === 'note' ? (
        <NoteField
          note={note}
          label={t('notes.note')}
          placeholder={t('notes.placeholder')}
          onSave={(text) => change({ note: text }, t('undo.editNote'))}
          onDone={() => edit(null)}
        />
      ) : note === '' ? null : (
        <div className={styles['note']}>
          <NoteText note={note} />
          <IconButton label={t('notes.edit')} icon={Pencil} onClick={() => edit('note')} small />
        </div>
      )}
      {annotation.tags.length === 0 ? null : (
        <ul className={styles['tags']} aria-label={t('notes.tags')}>
          {annotation.tags.map((tagId) => (
            <li key={tagId}>
              <TagChip
                id={tagId}
                tag={tags.get(tagId)}
                remove={{
                  label: t('notes.removeTag', { name: tags.get(tagId)?.name ?? tagId }),
                  run: () => withoutTag(tagId),
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {editing === 'tags' ? (
        <TagField
          present={annotation.tags}
          onAdd={(name) => void addTag(annotation, name).catch(notifyFailure)}
          onRemoveLast={() => {
            const last = annotation.tags.at(-1);
            if (last !== undefined) withoutTag(last);
          }}
          onDone={() => edit(null)}
        />
      ) : null}
      <div className={styles['actions']}>
        <ColorPicker
          value={color}
          compact
          onPick={(next) => change({ color: next }, t('undo.changeColour'))}
        />
        <div className={styles['tools']}>
          <IconButton
            label={t('notes.note')}
            icon={MessageSquare}
            onClick={() => edit('note')}
            small
          />
          <IconButton label={t('notes.tag')} icon={TagIcon} onClick={() => edit('tags')} small />
          <IconButton
            label={t('notes.copy')}
            icon={Copy}
            onClick={() => copyQuote(annotation)}
            small
          />
          <IconButton
            label={t('notes.remove')}
            icon={Trash2}
            onClick={() => void deleteAnnotation(annotation).catch(notifyFailure)}
            small
          />
        </div>
      </div>
    </article>
  );
}

function copyQuote({ target }: Annotation): void {
  navigator.clipboard
    .writeText(t('notes.quote', { quote: target.quote.exact }))
    .then(() => notify({ kind: 'done', text: t('notes.copied') }), notifyFailure);
}
