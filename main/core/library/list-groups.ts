/** A list under headings: by source, by month of publication, by import. */
import type { Article } from '../../shared/entities.ts';
import type { Grouping } from '../../shared/list-view.ts';

export interface ArticleGroup {
  /** A source's id, `YYYY-MM` or less, a time; empty where there is none. */
  key: string;
  articles: Article[];
}

interface GroupOrder {
  descending: boolean;
  sourceName(id: string): string;
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** Articles stay in their order inside a group. Sources come by name, times as the list is ordered. */
export function groupArticles(
  articles: readonly Article[],
  grouping: Exclude<Grouping, 'none'>,
  { descending, sourceName }: GroupOrder,
): ArticleGroup[] {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const key = keyOf(article, grouping);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [article]);
    else group.push(article);
  }
  const direction = descending ? -1 : 1;
  const byKey = (a: string, b: string) =>
    // What has no date comes last, whichever way.
    a === '' || b === '' ? Number(a === '') - Number(b === '') : direction * (a < b ? -1 : 1);
  const byName = (a: string, b: string) => collator.compare(sourceName(a), sourceName(b));
  return [...groups]
    .sort(([a], [b]) => (grouping === 'source' ? byName(a, b) : byKey(a, b)))
    .map(([key, members]) => ({ key, articles: members }));
}

function keyOf({ sourceId, published, added }: Article, grouping: Exclude<Grouping, 'none'>) {
  if (grouping === 'source') return sourceId;
  if (grouping === 'month') return published?.slice(0, 7) ?? '';
  return added;
}
