/**
 * The rows of a list: which articles, in which order, under which headings, with which sections
 * shown. The last few lists are kept until something they depend on changes, so that paging through
 * one goes through the library once.
 */
import type { MethodOutput, ParsedInput } from '../../shared/contract.ts';
import type { Article } from '../../shared/entities.ts';
import type { ListConditions } from '../../shared/lists.ts';
import { annotationFacts, type FactsByArticle } from '../annotations/facts.ts';
import type { SearchService } from '../search/service.ts';
import type { Similarity } from '../similar/service.ts';
import type { Library } from './library.ts';
import { testOf, type Surroundings } from './list-conditions.ts';
import { groupArticles } from './list-groups.ts';

type ListInput = Omit<ParsedInput<'articles.list'>, 'offset' | 'limit'>;
type Listed = MethodOutput<'articles.list'>;

export interface Rows {
  ids: readonly string[];
  groups: Listed['groups'];
  /** How many of the ids are sections shown under their article. */
  parts: number;
}

export interface Listing {
  rows(input: ListInput): Promise<Rows>;
  /** What a row shows beside the article itself. */
  toListed(ids: readonly string[]): Promise<Listed['articles']>;
  /** How many articles each of these has, in one pass. */
  count(lists: readonly ListConditions[]): Promise<number[]>;
  surroundings(): Promise<Surroundings>;
}

const MOST_KEPT = 8;

export function createListing(
  library: Library,
  search: SearchService,
  similar: Similarity,
): Listing {
  const { articles, sources } = library;
  const facts = annotationFacts(library);
  const kept = new Map<string, Promise<Rows>>();

  async function surroundings(): Promise<Surroundings> {
    return {
      get: (id) => articles.get(id),
      facts: await facts(),
      sourceName: (id) => sources.get(id)?.name ?? '',
      tags: library.tags.all(),
      collections: library.collections.all(),
    };
  }

  function found({ query }: ListConditions): Promise<ReadonlySet<string> | null> {
    return query === undefined ? Promise.resolve(null) : search.find(query);
  }

  async function make(input: ListInput): Promise<Rows> {
    const { sort, descending, group, unfolded, ...conditions } = input;
    const around = await surroundings();
    const test = testOf(conditions, around, await found(conditions));
    const listed = articles.sorted(sort, descending).filter(test);
    const open = new Set(unfolded);
    if (group === 'none') {
      const ids = listed.flatMap((article) => withOpenParts(article, open));
      return { ids, groups: [], parts: ids.length - listed.length };
    }
    const ids: string[] = [];
    const grouped = groupArticles(listed, group, { descending, sourceName: around.sourceName });
    const groups = grouped.map(({ key, articles: members }) => {
      const start = ids.length;
      for (const article of members) ids.push(...withOpenParts(article, open));
      return { key, start, count: members.length };
    });
    return { ids, groups, parts: ids.length - listed.length };
  }

  function withOpenParts(article: Article, open: ReadonlySet<string>): string[] {
    if (!open.has(article.id)) return [article.id];
    return [article.id, ...partsOf(article).map(({ id }) => id)];
  }

  /** At any depth, in the order of the text; in or out of the trash as the whole is. */
  function partsOf({ id, trashed }: Article): Article[] {
    return articles
      .partsOf(id)
      .flatMap((part) =>
        (part.trashed === null) === (trashed === null) ? [part, ...partsOf(part)] : [],
      );
  }

  function rows(input: ListInput): Promise<Rows> {
    const revisions = [articles.revision, library.annotations.revision];
    if (input.query !== undefined) revisions.push(search.revision);
    const key = JSON.stringify([revisions, treesOf(library), input]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(input);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return made;
  }

  async function toListed(ids: readonly string[]): Promise<Listed['articles']> {
    const known: FactsByArticle = await facts();
    return ids.flatMap((id) => {
      const article = articles.get(id);
      if (article === undefined) return [];
      const { note, ...brief } = article;
      return {
        ...brief,
        hasNote: note !== '',
        parts: partsOf(article).length,
        alike: similar.has(article.id),
        copies: article.trashed === null ? articles.copies(article.contentHash) - 1 : 0,
        highlights: known.get(id)?.total ?? 0,
      };
    });
  }

  async function count(lists: readonly ListConditions[]): Promise<number[]> {
    const around = await surroundings();
    const tests = await Promise.all(
      lists.map(async (conditions) => {
        // A search that can't be read finds nothing.
        const ids = await found(conditions).catch(() => new Set<string>());
        return testOf(conditions, around, ids);
      }),
    );
    const counts = lists.map(() => 0);
    for (const article of articles.all()) {
      for (const [at, test] of tests.entries()) {
        if (test(article)) counts[at] = (counts[at] ?? 0) + 1;
      }
    }
    return counts;
  }

  return { rows, toListed, count, surroundings };
}

/** What conditions on tags and collections depend on. */
function treesOf({ tags, collections }: Library): [string, string | null][] {
  return [...tags.all(), ...collections.all()].map(({ id, parentId }) => [id, parentId]);
}
