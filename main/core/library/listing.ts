/** Which articles a list holds, in its order. */
import type { ParsedInput } from '../../shared/contract.ts';
import type { Article } from '../../shared/entities.ts';
import type { Library } from './library.ts';
import { standsIn } from './places.ts';

type ListInput = Omit<ParsedInput<'articles.list'>, 'offset' | 'limit'>;

export function listArticles({ articles }: Library, input: ListInput): Article[] {
  const { place, sourceId, tagId, sort, descending } = input;
  const get = (id: string) => articles.get(id);
  return articles
    .sorted(sort, descending)
    .filter(
      (article) =>
        standsIn(place, article, get) &&
        (sourceId === undefined || article.sourceId === sourceId) &&
        (tagId === undefined || article.tags.includes(tagId)),
    );
}
