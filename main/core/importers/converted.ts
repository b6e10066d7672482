/** What a format makes of a file: the seam between the formats and the rest of the import. */
import type { ArticleMetadata, LineRange } from '../../shared/entities.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';

export interface ConvertedArticle extends ArticleMetadata {
  /** Index among the articles of the file that this one is a reprint inside of. */
  parent: number | null;
  /** Names, as they are written in the file. */
  tags: string[];
  markdown: string;
  /** The summary that its author or page gives; null where there is none. */
  excerpt: string | null;
  /** Paths of the images in it that lie beside the file and are kept, as `Neighbours` takes them. */
  images: string[];
}

export interface FormatProblem {
  /** 1-based, where the problem has a line. */
  line: number | null;
  message: Phrase;
}

/** Invariant: the lines of the articles and the unassigned ones are all lines of the file. */
export interface ConvertedFile {
  layout: string | null;
  /** The evidence for the layout, in words for users. */
  evidence: Phrase[];
  unassigned: (LineRange & { reason: Phrase })[];
  problems: FormatProblem[];
  /** Parents before their children. Converted one by one as they are asked for: files can be large. */
  articles: Iterable<ConvertedArticle>;
}

/** What lies beside a file in the import, or inside it. */
export interface Neighbours {
  /**
   * The address that an image has in Markdown once it is kept; null where there is none. `path` is
   * relative to the file's folder, with `/` between its parts.
   */
  image(path: string): string | null;
  /** Of an image whose bytes stand in the file itself: its path for `image`; null for what is none. */
  inside(bytes: Uint8Array): string | null;
}

export interface ConvertOptions {
  beside: Neighbours;
  /** Whether the comments on a post follow it as an appendix. */
  comments: boolean;
}

/** A pure reader of one format. Lines come without their ends. */
export interface Format {
  id: string;
  /** `fileName` is the file's path in the import, with `/`. */
  convert(lines: readonly string[], fileName: string, options: ConvertOptions): ConvertedFile;
}
