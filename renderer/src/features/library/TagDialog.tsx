import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../text.ts';
import { formatCount } from '../../ui/dates.ts';
import { Picker } from '../palette/Picker.tsx';
import { tagMany, untagMany } from './bulk-actions.ts';
import { knownArticles } from './list-data.ts';

interface Props {
  articleIds: string[];
  remove: boolean;
}

/** Puts a tag on articles, or takes one off. */
export function TagDialog({ articleIds, remove }: Props) {
  const tags = useQuery(queries.tags()).data?.tags ?? [];
  const count = articleIds.length;
  const act = remove ? untagMany : tagMany;
  const choices = tags
    .filter(({ id, articles }) => !remove || (articles > 0 && mayCarry(articleIds, id)))
    .map((tag) => ({
      id: tag.id,
      label: tag.name,
      ...(tag.articles > 0 ? { detail: formatCount(tag.articles) } : {}),
    }));
  const pick = (id: string) => {
    const tag = tags.find((one) => one.id === id);
    return tag === undefined ? undefined : act(articleIds, tag);
  };
  const create = {
    label: (name: string) => t('tags.new', { name }),
    run: async (name: string) => tagMany(articleIds, await call('tags.ensure', { name })),
  };
  return (
    <Picker
      title={remove ? t('bulk.untagTitle', { count }) : t('bulk.tagTitle', { count })}
      placeholder={
        remove ? t('bulk.untagPlaceholder', { count }) : t('bulk.tagPlaceholder', { count })
      }
      choices={choices}
      onPick={pick}
      empty={remove ? t('bulk.untagNone') : t('bulk.tagNone')}
      {...(remove ? {} : { create })}
    />
  );
}

/** False when it is known that none of the articles has the tag. */
function mayCarry(articleIds: readonly string[], tagId: string): boolean {
  const known = knownArticles(articleIds);
  return known.length < articleIds.length || known.some(({ tags }) => tags.includes(tagId));
}
