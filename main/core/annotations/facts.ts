/** What lists want to know of the annotations of an article. */
import { needsReview } from '../../shared/text/needs-review.ts';
import type { Library } from '../library/library.ts';

export interface AnnotationFacts {
  total: number;
  orphans: number;
  /** Moved by a guess or lost, and not yet looked at. */
  toReview: number;
  /** Ids of the tags on any of them. */
  tags: ReadonlySet<string>;
}

export type FactsByArticle = ReadonlyMap<string, AnnotationFacts>;

/** By article, those in the trash too; made again only after a change. */
export function annotationFacts({
  annotations,
}: Pick<Library, 'annotations'>): () => Promise<FactsByArticle> {
  let made: { revision: number; facts: Promise<FactsByArticle> } | null = null;

  async function make(): Promise<FactsByArticle> {
    const facts = new Map<
      string,
      { total: number; orphans: number; toReview: number; tags: Set<string> }
    >();
    for (const annotation of await annotations.all()) {
      const { articleId, anchor, tags } = annotation;
      const one = facts.get(articleId) ?? { total: 0, orphans: 0, toReview: 0, tags: new Set() };
      one.total += 1;
      if (anchor.method === 'orphan') one.orphans += 1;
      if (needsReview(annotation)) one.toReview += 1;
      for (const tag of tags) one.tags.add(tag);
      facts.set(articleId, one);
    }
    return facts;
  }

  return () => {
    const { revision } = annotations;
    if (made?.revision === revision) return made.facts;
    const facts = make();
    made = { revision, facts };
    facts.catch(() => {
      if (made?.facts === facts) made = null;
    });
    return facts;
  };
}
