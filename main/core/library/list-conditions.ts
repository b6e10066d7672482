/** Whether an article belongs in a list. */
import type { Article, Tag } from '../../shared/entities.ts';
import type { Collection, ListConditions } from '../../shared/lists.ts';
import { standsIn, type Around } from './places.ts';

export interface Surroundings extends Around {
  sourceName(id: string): string;
  tags: readonly Tag[];
  collections: readonly Collection[];
}

export type ArticleTest = (article: Article) => boolean;

/** `found`: what the conditions' `query` finds; null where there is none. */
export function testOf(
  conditions: ListConditions,
  around: Surroundings,
  found: ReadonlySet<string> | null,
): ArticleTest {
  const { place, sourceId, tagId, collectionId, words, teaser, highlights } = conditions;
  const tests: ArticleTest[] = [(article) => standsIn(place, article, around)];
  if (sourceId !== undefined) tests.push((article) => article.sourceId === sourceId);
  if (found !== null) tests.push(({ id }) => found.has(id));
  if (teaser !== undefined) tests.push(({ truncated }) => truncated === teaser);
  if (highlights !== undefined) tests.push(({ id }) => around.facts.has(id) === highlights);
  if (collectionId !== undefined) {
    const family = withDescendants(collectionId, around.collections);
    tests.push(({ collections }) => collections.some((id) => family.has(id)));
  }
  if (tagId !== undefined) tests.push(tagTest(withDescendants(tagId, around.tags), around));
  tests.push(...dateTests(conditions));
  const wanted = wordsOf(words ?? '');
  if (wanted.length > 0) tests.push((article) => hasWords(article, wanted, around));
  return (article) => tests.every((test) => test(article));
}

/** Ids of one of a tree and all below it. */
export function withDescendants(
  id: string,
  all: readonly { id: string; parentId: string | null }[],
): ReadonlySet<string> {
  const family = new Set([id]);
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const one of all) {
      if (one.parentId !== null && family.has(one.parentId)) family.add(one.id);
    }
  }
  return family;
}

function tagTest(family: ReadonlySet<string>, { facts }: Around): ArticleTest {
  return ({ id, tags }) => {
    if (tags.some((tag) => family.has(tag))) return true;
    for (const tag of facts.get(id)?.tags ?? []) if (family.has(tag)) return true;
    return false;
  };
}

/** What isn't dated is in no range of dates. */
function dateTests({ publishedFrom, publishedTo }: ListConditions): ArticleTest[] {
  const tests: ArticleTest[] = [];
  if (publishedFrom !== undefined) {
    tests.push(({ published }) => published !== null && comparable(published, publishedFrom) >= 0);
  }
  if (publishedTo !== undefined) {
    tests.push(({ published }) => published !== null && comparable(published, publishedTo) <= 0);
  }
  return tests;
}

/** As far as both are known: `2020` is as late as `2020-06`. */
function comparable(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [one, other] = [a.slice(0, length), b.slice(0, length)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Folded texts of articles, kept for as long as the articles are. */
const folded = new WeakMap<Article, string>();

function hasWords(article: Article, wanted: readonly string[], around: Surroundings): boolean {
  let text = folded.get(article);
  if (text === undefined) {
    const { title, byline, origin, sourceId } = article;
    text = fold([title, byline, origin, around.sourceName(sourceId)].join(' '));
    folded.set(article, text);
  }
  return wanted.every((word) => text.includes(word));
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '');
}

const PLAIN = /^[a-z0-9 ]*$/;

/** Without case, accents and signs: words with single spaces between them. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
