/** Whether two texts with other words are one article: a teaser and its full text, or two versions. */
import { agreement } from './shingles.ts';
import { completesTeaser } from './teaser-completion.ts';

export interface ComparedText {
  /** As a key: titles that differ in space and case alone are equal. */
  title: string;
  url: string | null;
  truncated: boolean;
  /** The reading text. */
  text: string;
  shingles: ReadonlySet<number>;
}

export interface Relation {
  /** `teaser`: the known text is the whole of it. */
  kind: 'teaser' | 'completed' | 'changed';
  /** For choosing among several; 1 and more is proven. */
  likeness: number;
}

/**
 * Of the shingles of the shorter text. A tenth of the words changed leaves three quarters; posts
 * written to one pattern (monthly reports of one board) had up to 0.44 in common, posts that
 * merely share a title 0.13.
 */
const SAME_TITLE = 0.5;
const SAME_ADDRESS = 0.2;

/** Null where they are two articles. */
export function relate(known: ComparedText, arrived: ComparedText): Relation | null {
  if (known.truncated && completesTeaser(known.text, arrived.text)) {
    return { kind: 'completed', likeness: 2 };
  }
  if (arrived.truncated && completesTeaser(arrived.text, known.text)) {
    return { kind: 'teaser', likeness: 2 };
  }
  const sameUrl = known.url !== null && known.url === arrived.url;
  const sameTitle = known.title === arrived.title;
  const likeness = agreement(known.shingles, arrived.shingles);
  if (!sameUrl && !sameTitle) return null;
  if (likeness < (sameUrl ? SAME_ADDRESS : SAME_TITLE)) return null;
  if (arrived.truncated && !known.truncated) return { kind: 'teaser', likeness };
  const kind = known.truncated && !arrived.truncated ? 'completed' : 'changed';
  return { kind, likeness };
}
