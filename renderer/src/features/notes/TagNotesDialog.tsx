import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../text.ts';
import { Picker } from '../palette/Picker.tsx';
import { toChoice } from '../library/tree.ts';
import { tagNotes, untagNotes } from './bulk-notes.ts';

/** Puts a tag on passages. */
export function TagNotesDialog({ ids }: { ids: string[] }) {
  const tags = useQuery(queries.tags()).data?.tags ?? [];
  const count = ids.length;
  const pick = (id: string) => {
    const tag = tags.find((one) => one.id === id);
    return tag === undefined ? undefined : tagNotes(ids, tag);
  };
  return (
    <Picker
      title={t('passages.tagTitle', { count })}
      placeholder={t('passages.tagPlaceholder', { count })}
      choices={tags.map((tag) => toChoice(tag, tags))}
      onPick={pick}
      create={{
        label: (name) => t('tags.new', { name }),
        run: async (name) => tagNotes(ids, await call('tags.ensure', { name })),
      }}
      empty={t('bulk.tagNone')}
    />
  );
}

/** Takes a tag off passages: one of those that are on any of them. */
export function UntagNotesDialog({ ids, tagIds }: { ids: string[]; tagIds: string[] }) {
  const tags = useQuery(queries.tags()).data?.tags ?? [];
  const title = t('passages.untagTitle', { count: ids.length });
  return (
    <Picker
      title={title}
      placeholder={title}
      choices={tags.filter(({ id }) => tagIds.includes(id)).map((tag) => toChoice(tag, tags))}
      onPick={(id) => {
        const tag = tags.find((one) => one.id === id);
        return tag === undefined ? undefined : untagNotes(ids, tag);
      }}
      empty={t('bulk.untagNone')}
    />
  );
}
