import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import {
  listConditionsSchema,
  PLACES,
  type ListConditions,
  type SmartList,
} from '../../../../main/shared/lists.ts';
import { queries } from '../../api/queries.ts';
import { closeDialog } from '../../state/view.ts';
import { errorText, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './conditions.module.css';
import { saveSmartList } from './smart-lists.ts';
import { pathOf } from './tree.ts';

interface Props {
  /** Null for a new one. */
  list: SmartList | null;
  conditions: ListConditions;
}

type Draft = Record<Exclude<keyof ListConditions, 'place'>, string> & {
  place: ListConditions['place'];
};

/** All conditions of a smart list in one form; what is left empty is no condition. */
export function SmartListDialog({ list, conditions }: Props) {
  const [name, setName] = useState(list?.name ?? suggestion(conditions));
  const [draft, setDraft] = useState(() => toDraft(conditions));
  const [problem, setProblem] = useState<string | null>(null);
  const formId = useId();
  const choices = useChoices();
  const set = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblem(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = listConditionsSchema.safeParse(fromDraft(draft));
    if (!parsed.success) return setProblem(t('smart.badDate'));
    saveSmartList(list, name.trim(), parsed.data).then(closeDialog, (error: unknown) =>
      setProblem(errorText(error)),
    );
  };

  const text = (key: 'words' | 'query' | 'publishedFrom' | 'publishedTo', label: string) => (
    <label>
      <span>{label}</span>
      <input
        value={draft[key]}
        placeholder={key.startsWith('published') ? t('smart.dateHint') : undefined}
        spellCheck={false}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </label>
  );
  const select = (
    key: 'sourceId' | 'tagId' | 'collectionId' | 'teaser' | 'highlights',
    label: string,
    options: readonly (readonly [value: string, label: string])[],
  ) => (
    <label>
      <span>{label}</span>
      <select value={draft[key]} onChange={(event) => set({ [key]: event.target.value })}>
        <option value="">{t('smart.any')}</option>
        {options.map(([value, shown]) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );

  return (
    <Dialog
      title={list === null ? t('smart.save') : t('smart.edit')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button primary type="submit" form={formId} disabled={name.trim() === ''}>
            {t('smart.saveButton')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['conditions']} onSubmit={submit}>
        <p>{t('smart.intro')}</p>
        {problem === null ? null : <p role="alert">{problem}</p>}
        <label data-wide>
          <span>{t('smart.name')}</span>
          <input
            value={name}
            maxLength={200}
            data-autofocus
            onChange={(event) => setName(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
        </label>
        {text('query', t('smart.query'))}
        {text('words', t('smart.words'))}
        <label>
          <span>{t('smart.place')}</span>
          <select
            value={draft.place}
            onChange={(event) => {
              const place = PLACES.find((one) => one === event.target.value);
              if (place !== undefined) set({ place });
            }}
          >
            {PLACES.map((place) => (
              <option key={place} value={place}>
                {t(`place.${place}`)}
              </option>
            ))}
          </select>
        </label>
        {select('collectionId', t('smart.collection'), choices.collections)}
        {select('tagId', t('smart.tag'), choices.tags)}
        {select('sourceId', t('smart.source'), choices.sources)}
        {text('publishedFrom', t('smart.from'))}
        {text('publishedTo', t('smart.to'))}
        {select('teaser', t('smart.teaser'), [
          ['true', t('smart.teaserOnly')],
          ['false', t('smart.teaserNone')],
        ])}
        {select('highlights', t('smart.highlights'), [
          ['true', t('smart.highlightsOnly')],
          ['false', t('smart.highlightsNone')],
        ])}
      </form>
    </Dialog>
  );
}

function useChoices() {
  const sources = useQuery(queries.overview()).data?.sources ?? [];
  const tags = useQuery(queries.tags()).data?.tags ?? [];
  const collections = useQuery(queries.collections()).data?.collections ?? [];
  const named = ({ id, name }: { id: string; name: string }) => [id, name] as const;
  return {
    sources: sources.map(named),
    tags: tags.map(named),
    collections: collections.map((one) => {
      const path = pathOf(one, collections).map(({ name }) => name);
      return [one.id, path.join(' › ')] as const;
    }),
  };
}

/** The words that were asked for are the name most people would give. */
function suggestion({ query, words }: ListConditions): string {
  return query ?? words ?? '';
}

function toDraft({ teaser, highlights, place, ...texts }: ListConditions): Draft {
  const { sourceId = '', tagId = '', collectionId = '', words = '', query = '' } = texts;
  const { publishedFrom = '', publishedTo = '' } = texts;
  return {
    place,
    sourceId,
    tagId,
    collectionId,
    words,
    query,
    publishedFrom,
    publishedTo,
    teaser: teaser === undefined ? '' : String(teaser),
    highlights: highlights === undefined ? '' : String(highlights),
  };
}

function fromDraft({ teaser, highlights, ...texts }: Draft): unknown {
  const given = Object.entries(texts)
    .map(([key, value]) => [key, value.trim()] as const)
    .filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(given),
    ...(teaser === '' ? {} : { teaser: teaser === 'true' }),
    ...(highlights === '' ? {} : { highlights: highlights === 'true' }),
  };
}
