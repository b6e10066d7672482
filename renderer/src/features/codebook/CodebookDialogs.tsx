import { useQuery } from '@tanstack/react-query';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../text.ts';
import { pathOf, toChoice } from '../library/tree.ts';
import { Picker } from '../palette/Picker.tsx';
import { changeTag, countsOf, mergeTags } from './codebook-actions.ts';

const TOP = 'top:';

/** Under which tag another one lies. */
export function MoveTag({ id }: { id: string }) {
  const { tag, tags } = useTag(id);
  if (tag === undefined) return null;
  const places = tags.filter((one) => !pathOf(one, tags).includes(tag));
  return (
    <Picker
      title={t('codebook.moveTitle', { name: tag.name })}
      placeholder={t('codebook.movePlaceholder', { name: tag.name })}
      choices={[
        ...(tag.parentId === null ? [] : [{ id: TOP, label: t('codebook.top') }]),
        ...places.map((one) => toChoice(one, tags)),
      ]}
      empty={t('picker.nothing')}
      onPick={(into) => changeTag(tag, { parentId: into === TOP ? null : into })}
    />
  );
}

export function MergeTag({ id }: { id: string }) {
  const { tag, tags } = useTag(id);
  if (tag === undefined) return null;
  const others = tags.filter((one) => one.id !== id);
  return (
    <Picker
      title={t('codebook.mergeTitle', { name: tag.name, ...countsOf(tag) })}
      placeholder={t('codebook.mergePlaceholder', { name: tag.name, ...countsOf(tag) })}
      choices={others.map((one) => toChoice(one, tags))}
      empty={t('picker.nothing')}
      onPick={(intoId) => {
        const into = others.find((one) => one.id === intoId);
        return into === undefined ? undefined : mergeTags(tag, into);
      }}
    />
  );
}

function useTag(id: string): { tag: ListedTag | undefined; tags: readonly ListedTag[] } {
  const tags = useQuery(queries.tags()).data?.tags ?? [];
  return { tag: tags.find((one) => one.id === id), tags };
}
