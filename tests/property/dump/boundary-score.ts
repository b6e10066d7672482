/** Scores a segmentation against the known one, as `score_splitter.py` does. */
import type { DumpSplit } from '../../../main/core/importers/dump/split.ts';
import type { GoldPost } from './render.ts';

export interface BoundaryScore {
  gold: number;
  predicted: number;
  hits: number;
  titles: number;
  truncated: number;
  /** Posts that stand after a teaser: all, and those found. */
  afterTeasers: number;
  afterTeasersFound: number;
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

export function scoreBoundaries(posts: readonly GoldPost[], split: DumpSplit): BoundaryScore {
  const byLine = new Map<number, GoldPost>();
  for (const post of posts) byLine.set(post.startLine, post).set(post.titleLine, post);
  const top = split.articles.filter((article) => article.parent === null);
  const hit = new Set<GoldPost>();
  const score = { gold: posts.length, predicted: top.length, titles: 0, truncated: 0 };
  for (const article of top) {
    const post = byLine.get(article.startLine);
    if (!post || hit.has(post)) continue;
    hit.add(post);
    if (folded(article.title) === folded(post.title)) score.titles += 1;
    if (article.truncated === post.truncated) score.truncated += 1;
  }
  const after = posts.filter((_, i) => posts[i - 1]?.truncated === true);
  return {
    ...score,
    hits: hit.size,
    afterTeasers: after.length,
    afterTeasersFound: after.filter((post) => hit.has(post)).length,
  };
}

export function f1(score: Pick<BoundaryScore, 'gold' | 'predicted' | 'hits'>): number {
  return (2 * score.hits) / Math.max(1, score.gold + score.predicted);
}

export function addScores(one: BoundaryScore, other: BoundaryScore): BoundaryScore {
  return {
    gold: one.gold + other.gold,
    predicted: one.predicted + other.predicted,
    hits: one.hits + other.hits,
    titles: one.titles + other.titles,
    truncated: one.truncated + other.truncated,
    afterTeasers: one.afterTeasers + other.afterTeasers,
    afterTeasersFound: one.afterTeasersFound + other.afterTeasersFound,
  };
}
