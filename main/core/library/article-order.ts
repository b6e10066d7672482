/**
 * Articles in the orders of the list. An order is kept as ids and only touched for articles whose
 * place may have changed, so that a new reading position costs no sort.
 */
import type { Article, Source } from '../../shared/entities.ts';
import type { Sort } from '../../shared/list-view.ts';

type Compare = (a: Article, b: Article) => number;

interface KeptOrder {
  ids: string[];
  /** Whose place may be another now. */
  moved: Set<string>;
  /** The articles of `ids`; null when one of them was replaced. */
  articles: readonly Article[] | null;
}

const collator = new Intl.Collator(undefined, { numeric: true, ignorePunctuation: true });

type SourceName = (sourceId: string) => string;

const COMPARE: Readonly<Record<Sort, (direction: 1 | -1, sourceName: SourceName) => Compare>> = {
  added: (direction) => (a, b) => direction * compareText(a.added, b.added),
  published: (direction) => knownFirst('published', direction, compareText),
  title: (direction) => (a, b) => direction * collator.compare(a.title, b.title),
  byline: (direction) => knownFirst('byline', direction, collator.compare),
  source: (direction, sourceName) => (a, b) =>
    a.sourceId === b.sourceId
      ? 0
      : direction * collator.compare(sourceName(a.sourceId), sourceName(b.sourceId)),
  length: (direction) => (a, b) => direction * (a.length - b.length),
};

/** What isn't known of an article puts it last, whichever way the others are. */
function knownFirst(
  field: 'published' | 'byline',
  direction: 1 | -1,
  compare: (a: string, b: string) => number,
): Compare {
  return (a, b) => {
    const [one, other] = [a[field], b[field]];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return direction * compare(one, other);
  };
}

export class ArticleOrder {
  private readonly orders = new Map<string, KeptOrder>();

  constructor(
    private readonly articles: ReadonlyMap<string, Article>,
    private readonly sources: ReadonlyMap<string, Source>,
  ) {}

  /** Equals stay in the order of import, and inside a source in that of the dump, in both directions. */
  sorted(sort: Sort, descending: boolean): readonly Article[] {
    const key = `${sort} ${descending}`;
    const kept = this.orders.get(key);
    if (kept !== undefined && kept.moved.size === 0) {
      kept.articles ??= this.lookUp(kept.ids);
      return kept.articles;
    }
    const articles = kept === undefined ? [...this.articles.values()] : this.almostSorted(kept);
    articles.sort(this.compare(sort, descending));
    this.orders.set(key, { ids: articles.map(({ id }) => id), moved: new Set(), articles });
    return articles;
  }

  /** To be told of every change; undefined for what was not or is not any more. */
  replaced(before: Article | undefined, after: Article | undefined): void {
    const id = after?.id ?? before?.id;
    if (id === undefined) return;
    const stays = before !== undefined && after !== undefined && samePlace(before, after);
    for (const order of this.orders.values()) {
      order.articles = null;
      if (!stays) order.moved.add(id);
    }
  }

  /** What moved stands at the end: the rest is one sorted run, which the sort goes through once. */
  private almostSorted({ ids, moved }: KeptOrder): Article[] {
    return this.lookUp([...ids.filter((id) => !moved.has(id)), ...moved]);
  }

  private lookUp(ids: readonly string[]): Article[] {
    const found: Article[] = [];
    for (const id of ids) {
      const article = this.articles.get(id);
      if (article !== undefined) found.push(article);
    }
    return found;
  }

  private compare(sort: Sort, descending: boolean): Compare {
    const sourceName = (id: string) => this.sources.get(id)?.name ?? '';
    const byKey = COMPARE[sort](descending ? -1 : 1, sourceName);
    const sourceOrder = new Map([...this.sources.keys()].map((id, index) => [id, index]));
    const sourceAt = ({ sourceId }: Article) => sourceOrder.get(sourceId) ?? Infinity;
    return (a, b) =>
      byKey(a, b) ||
      (a.sourceId === b.sourceId ? a.order - b.order : compareNumbers(sourceAt(a), sourceAt(b))) ||
      compareText(a.id, b.id);
  }
}

function samePlace(a: Article, b: Article): boolean {
  return (
    a.added === b.added &&
    a.published === b.published &&
    a.title === b.title &&
    a.byline === b.byline &&
    a.length === b.length &&
    a.sourceId === b.sourceId &&
    a.order === b.order
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Also for infinities. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
