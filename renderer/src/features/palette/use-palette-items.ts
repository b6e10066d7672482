import { useQuery } from '@tanstack/react-query';
import { commandKeywords, COMMANDS } from '../../../../main/shared/commands.ts';
import { queries } from '../../api/queries.ts';
import { shownKey } from '../../commands/keymap.ts';
import { shownLabel } from '../../commands/labels.ts';
import { isAvailable, runCommand } from '../../commands/registry.ts';
import { openArticle } from '../../state/open-article.ts';
import { openScreen, showConditions } from '../../state/view.ts';
import { t, translator } from '../../text.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { pathOf } from '../library/tree.ts';
import { ENTRIES, labelOf } from '../settings/entries.ts';
import type { PaletteItem } from './arrange.ts';

export interface RunnableItem extends PaletteItem {
  /** What tells it from others: the place of a collection, the keys of a command. */
  detail?: string | undefined;
  keys?: string | null;
  run: () => void;
}

/** Typing comes to rest after this many milliseconds: only then is the core asked. */
const REST = 80;

/** Everything the palette can do now. Articles are looked up by the core, which has an index of them. */
export function usePaletteItems(typed: string): RunnableItem[] {
  return [...commandItems(), ...useListItems(), ...settingItems(), ...useArticleItems(typed)];
}

function commandItems(): RunnableItem[] {
  return COMMANDS.filter(({ id, palette }) => palette !== false && isAvailable(id)).map(
    ({ id }) => ({
      key: `command:${id}`,
      section: 'commands',
      label: shownLabel(id),
      keywords: commandKeywords(id, translator()),
      keys: shownKey(id),
      run: () => runCommand(id),
    }),
  );
}

function settingItems(): RunnableItem[] {
  return ENTRIES.map(({ id, section }) => ({
    key: `setting:${id}`,
    section: 'settings',
    label: labelOf(id),
    keywords: [t('settings.title'), t(`section.${section}`)],
    detail: t(`section.${section}`),
    run: () => openScreen({ name: 'settings', at: id }),
  }));
}

/** Tags, collections and smart lists: each shows its articles. */
function useListItems(): RunnableItem[] {
  const tags = useQuery(queries.tags()).data?.tags ?? [];
  const collections = useQuery(queries.collections()).data?.collections ?? [];
  const smartLists = useQuery(queries.smartLists()).data?.smartLists ?? [];
  return [
    ...collections.map((one): RunnableItem => ({
      key: `collection:${one.id}`,
      section: 'lists',
      label: one.name,
      keywords: [t('palette.collection')],
      detail: [
        ...pathOf(one, collections)
          .slice(0, -1)
          .map(({ name }) => name),
        t('palette.collection'),
      ].join(' · '),
      run: () => showConditions({ collectionId: one.id }),
    })),
    ...smartLists.map((list): RunnableItem => ({
      key: `list:${list.id}`,
      section: 'lists',
      label: list.name,
      keywords: [t('palette.smartList')],
      detail: t('palette.smartList'),
      run: () => showConditions(list.conditions, list.id),
    })),
    ...tags.map((tag): RunnableItem => ({
      key: `tag:${tag.id}`,
      section: 'tags',
      label: tag.name,
      keywords: [t('palette.tag')],
      run: () => showConditions({ tagId: tag.id }),
    })),
  ];
}

function useArticleItems(typed: string): RunnableItem[] {
  const wanted = useSettled(typed.trim(), REST);
  const asked = wanted.length > 1;
  const found = useQuery({ ...queries.search(wanted), enabled: asked });
  if (!asked || found.error !== null) return [];
  const hits = found.data?.hits ?? [];
  // Whoever types a title wants the article before those that only mention it.
  return [
    ...hits.filter(({ titleRanges }) => titleRanges.length > 0),
    ...hits.filter(({ titleRanges }) => titleRanges.length === 0),
  ].map((hit) => ({
    key: `article:${hit.articleId}`,
    section: 'articles',
    label: hit.title,
    found: true,
    run: () => openArticle(hit.articleId, { terms: hit.terms, offset: null }),
  }));
}
