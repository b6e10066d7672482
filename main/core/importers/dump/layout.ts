/** A way to read a whole file: where its articles begin, and how well that explains the file. */
import type { ArticleHead } from './article-head.ts';
import type { Phrase } from '../../../shared/messages/phrase.ts';

export interface Layout {
  id: string;
  /** In words for users. */
  name: Phrase;
  /** How seldom such a form occurs by accident: 0..1. */
  prior: number;
  /** In file order. */
  heads: ArticleHead[];
  /** What makes each head a beginning, in words for users. */
  reason: Phrase;
  /** Lines of a table of contents, which are no article; [first, last], 0-based. */
  contents: readonly [number, number] | null;
  /** Lines that stand around the articles and are no text of theirs, 0-based. */
  furniture?: ReadonlySet<number>;
  /** Title lines that the layout itself has evidence for, 0-based. */
  supported?: ReadonlySet<number>;
}
