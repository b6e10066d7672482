import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { HIGHLIGHT_COLORS } from '../../../../main/shared/highlight-colors.ts';
import { notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { pathOf } from '../library/tree.ts';
import { changeTag, deleteTag, mergeTags } from './codebook-actions.ts';
import styles from './codebook.module.css';

interface Props {
  tag: ListedTag;
  tags: readonly ListedTag[];
  base: { annotations: number; articles: number };
}

/** What a tag is called and means, where it lies, and on how much it stands. */
export function TagDetails({ tag, tags, base }: Props) {
  const change = (...[part]: [Parameters<typeof changeTag>[1]]) =>
    void changeTag(tag, part).catch(notifyFailure);
  const others = tags.filter(({ id }) => id !== tag.id);
  const notBelow = others.filter((other) => !pathOf(other, tags).some(({ id }) => id === tag.id));
  const named = (other: ListedTag) =>
    pathOf(other, tags)
      .map(({ name }) => name)
      .join(' / ');
  return (
    <section className={styles['details']} aria-label={t('codebook.tag')}>
      <div className={styles['row']}>
        <Words
          key={`name-${tag.id}-${tag.name}`}
          id="tag-name"
          label={t('codebook.name')}
          value={tag.name}
          onSave={(name) => change({ name })}
        />
        <label>
          <span>{t('codebook.color')}</span>
          <select
            value={tag.color ?? ''}
            onChange={(event) => {
              const color = HIGHLIGHT_COLORS.find((one) => one === event.target.value) ?? null;
              change({ color });
            }}
          >
            <option value="">{t('codebook.noColor')}</option>
            {HIGHLIGHT_COLORS.map((color) => (
              <option key={color} value={color}>
                {t(`color.${color}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('codebook.under')}</span>
          <select
            value={tag.parentId ?? ''}
            onChange={(event) => change({ parentId: event.target.value || null })}
          >
            <option value="">{t('codebook.top')}</option>
            {notBelow.map((other) => (
              <option key={other.id} value={other.id}>
                {named(other)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('codebook.merge')}</span>
          <select
            value=""
            onChange={(event) => {
              const into = others.find(({ id }) => id === event.target.value);
              if (into !== undefined) mergeTags(tag, into).catch(notifyFailure);
            }}
          >
            <option value="">{t('codebook.choose')}</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {named(other)}
              </option>
            ))}
          </select>
        </label>
        <Button icon={Trash2} onClick={() => void deleteTag(tag).catch(notifyFailure)}>
          {t('codebook.delete')}
        </Button>
      </div>
      <div className={styles['row']}>
        <Words
          key={`description-${tag.id}-${tag.description}`}
          label={t('codebook.description')}
          value={tag.description}
          long
          onSave={(description) => change({ description })}
        />
        <Words
          key={`memo-${tag.id}-${tag.memo}`}
          label={t('codebook.memo')}
          value={tag.memo}
          long
          onSave={(memo) => change({ memo })}
        />
      </div>
      <p className={styles['base']}>
        {t('codebook.base', {
          passages: tag.annotations,
          ofPassages: t('count.passages', { count: base.annotations }),
          articles: tag.articles,
          ofArticles: t('count.articles', { count: base.articles }),
        })}
      </p>
    </section>
  );
}

interface WordsProps {
  id?: string;
  label: string;
  value: string;
  long?: boolean;
  onSave: (value: string) => void;
}

/** Saved when it is left, or by Enter where it is one line. */
function Words({ id, label, value, long = false, onSave }: WordsProps) {
  const [draft, setDraft] = useState(value);
  const save = () => {
    if (draft.trim() !== value) onSave(draft.trim());
  };
  return (
    <label>
      <span>{label}</span>
      {long ? (
        <textarea
          rows={2}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={save}
        />
      ) : (
        <input
          id={id}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
      )}
    </label>
  );
}
