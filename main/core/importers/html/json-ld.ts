/**
 * What a page's JSON-LD says of its article: of objects alone, in lists and in `@graph`, with
 * people and publishers named in place or by `@id`.
 */
import { z } from 'zod';

export interface LinkedArticle {
  title: string | null;
  authors: string[];
  published: string | null;
  publisher: string | null;
  lang: string | null;
  url: string | null;
}

const thing = z.record(z.string(), z.unknown());
type Thing = z.infer<typeof thing>;

const ARTICLE = /(?:Article|Posting|Report|APIReference|Review|CreativeWork)$/;
const MOST_THINGS = 2000;

export function readJsonLd(scripts: readonly string[]): LinkedArticle | null {
  const things = scripts.flatMap((script) => thingsOf(parse(script)));
  const byId = new Map(things.flatMap((each) => idsOf(each)));
  const article = things.find((each) => typesOf(each).some((type) => ARTICLE.test(type)));
  if (article === undefined) return null;
  const resolve = (value: unknown) => resolveIds(value, byId);
  return {
    title: firstWords(article['headline']) ?? firstWords(article['name']),
    authors: namesOf(resolve(article['author'] ?? article['creator'])),
    published: firstWords(article['datePublished']) ?? firstWords(article['dateCreated']),
    publisher: namesOf(resolve(article['publisher']))[0] ?? null,
    lang: firstWords(article['inLanguage']),
    url: firstWords(article['url']) ?? idOf(article['mainEntityOfPage']),
  };
}

function parse(script: string): unknown {
  const json = script.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$/g, '');
  try {
    return JSON.parse(json);
  } catch {
    return null; // Broken by its page: what it says is lost, as for every other reader.
  }
}

/** All objects on the upper levels. */
function thingsOf(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.slice(0, MOST_THINGS).flatMap((each) => thingsOf(each));
  const parsed = thing.safeParse(value);
  if (!parsed.success) return [];
  const graph = parsed.data['@graph'];
  const main = thing.safeParse(parsed.data['mainEntity']);
  return [
    parsed.data,
    ...(Array.isArray(graph) ? thingsOf(graph.filter((each) => !Array.isArray(each))) : []),
    ...(main.success ? [main.data] : []),
  ];
}

function typesOf(each: Thing): string[] {
  const type = each['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}

function idsOf(each: Thing): [string, Thing][] {
  const id = each['@id'];
  return typeof id === 'string' && Object.keys(each).length > 1 ? [[id, each]] : [];
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const parsed = thing.safeParse(value);
  return parsed.success ? firstWords(parsed.data['@id']) : null;
}

/** Things in place of references to them. */
function resolveIds(value: unknown, byId: ReadonlyMap<string, Thing>): unknown[] {
  const values = Array.isArray(value) ? value : [value];
  return values.map((each) => {
    const id = idOf(each);
    const isReference = typeof each === 'object' && each !== null && !('name' in each);
    return isReference && id !== null ? (byId.get(id) ?? each) : each;
  });
}

function namesOf(values: readonly unknown[]): string[] {
  const names = values.flatMap((value) => {
    if (typeof value === 'string') return /^https?:/i.test(value) ? [] : [value];
    const parsed = thing.safeParse(value);
    return parsed.success ? [firstWords(parsed.data['name']) ?? ''] : [];
  });
  return [...new Set(names.map((name) => name.replace(/\s+/g, ' ').trim()))].filter(
    (name) => name !== '',
  );
}

function firstWords(value: unknown): string | null {
  if (Array.isArray(value)) return firstWords(value[0]);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
