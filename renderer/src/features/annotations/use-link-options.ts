import { useQuery } from '@tanstack/react-query';
import type { NoteLink } from '../../../../main/shared/note-links.ts';
import { queries } from '../../api/queries.ts';
import { useSettled } from '../../ui/use-settled.ts';

/** Typing comes to rest after this many milliseconds: only then is the core asked. */
const REST = 100;

const MOST_ARTICLES = 5;
const MOST_PASSAGES = 4;

export interface LinkOption extends NoteLink {
  /** What tells it from others. */
  detail: string;
}

/** Articles by their titles and passages by their words, for what was typed after `[[`; null before. */
export function useLinkOptions(typed: string | null): LinkOption[] {
  const words = useSettled(typed, REST);
  const wanted = (words ?? '').trim();
  const enabled = words !== null && typed !== null;
  const articles = useQuery({ ...queries.titled(wanted, MOST_ARTICLES), enabled });
  const passages = useQuery({
    ...queries.notes({ filter: wanted === '' ? {} : { text: wanted }, limit: MOST_PASSAGES }),
    enabled,
  });
  if (!enabled) return [];
  return [
    ...(articles.data?.articles ?? []).map(({ id, title, origin }): LinkOption => ({
      kind: 'article',
      id,
      label: title,
      detail: origin ?? '',
    })),
    ...(passages.data?.notes ?? []).map(({ annotation, article }): LinkOption => ({
      kind: 'note',
      id: annotation.id,
      label: annotation.target.quote.exact,
      detail: article.title,
    })),
  ];
}
