/**
 * All passages of the library with their articles, in the order asked for. They are gathered and
 * sorted again only after a change: while a filter is typed, only the filter is asked.
 */
import type { ParsedInput } from '../../shared/contract.ts';
import type { Annotation, Article } from '../../shared/entities.ts';
import { visibleAnnotations } from '../annotations/visible.ts';
import type { Core } from '../core.ts';
import { sortInTurns } from './sort-in-turns.ts';

export interface Noted {
  annotation: Annotation;
  article: Article;
}

type Order = Pick<ParsedInput<'notes.list'>, 'sort' | 'descending'>;

export function createAllNotes({
  library,
  anchoring,
}: Pick<Core, 'library' | 'anchoring'>): (order: Order) => Promise<readonly Noted[]> {
  const { annotations, articles } = library;
  const revision = () => `${annotations.revision} ${articles.revision}`;
  let made: { revision: string; all: Noted[]; sorted: Map<string, Promise<Noted[]>> } | null = null;

  async function gathered() {
    // As it was before: what changes meanwhile is gathered the next time.
    const at = revision();
    if (made?.revision === at) return made;
    const fresh = await anchoring.freshen(await visibleAnnotations(library));
    const all = fresh.flatMap((annotation) => {
      const article = articles.get(annotation.articleId);
      return article === undefined ? [] : [{ annotation, article }];
    });
    return { revision: at, all, sorted: new Map<string, Promise<Noted[]>>() };
  }

  return async ({ sort, descending }) => {
    made = await gathered();
    const key = `${sort} ${descending}`;
    const sorted = made.sorted.get(key) ?? sortNotes(made.all, { sort, descending });
    made.sorted.set(key, sorted);
    return sorted;
  };
}

/** Equals stay in the order of their article and their place in it. */
async function sortNotes(notes: readonly Noted[], { sort, descending }: Order): Promise<Noted[]> {
  const keyOf = ({ annotation, article }: Noted): string =>
    ({
      created: () => annotation.created,
      article: () => article.title.toLowerCase(),
      published: () => article.published ?? '',
      text: () => annotation.target.quote.exact.toLowerCase(),
    })[sort]();
  const sign = descending ? -1 : 1;
  const keyed = notes.map((note) => ({ note, key: keyOf(note) }));
  const sorted = await sortInTurns(keyed, (a, b) =>
    a.key < b.key ? -sign : a.key > b.key ? sign : comparePlace(a.note, b.note),
  );
  return sorted.map(({ note }) => note);
}

function comparePlace(one: Noted, other: Noted): number {
  if (one.article.id !== other.article.id) return one.article.id < other.article.id ? -1 : 1;
  const start = ({ annotation }: Noted) =>
    (annotation.anchor.range ?? annotation.target.position).start;
  return start(one) - start(other);
}
