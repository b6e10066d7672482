/**
 * The split of a file as revisions see it: pieces that tile its lines, each an article or lines of
 * none. It holds no text; articles are made of it afterwards.
 */
import type { LineRange } from '../../../shared/entities.ts';
import { verbatim, type Phrase } from '../../../shared/messages/phrase.ts';

/** Of an article, which needs none. */
export const NO_REASON = verbatim('');

/** A reprint inside an article. */
export interface Section extends LineRange {
  /** As it is; null where it is yet to be read from the lines. */
  title: string | null;
}

export interface OutlineArticle {
  /** As the importer found it; null where it is yet to be read from the lines. */
  title: string | null;
  /** The title that a person gave instead. */
  given: string | null;
  /** In file order, one after another; not from the article's first line. */
  sections: readonly Section[];
  /** Lines inside that are no text. */
  dropped: readonly LineRange[];
  leftOut: boolean;
  /** What was revised, in words. */
  revised: readonly Phrase[];
  /** What rules left away, in words. */
  ruled: readonly Phrase[];
}

export interface Piece extends LineRange {
  article: OutlineArticle | null;
  /** Why the lines are of no article. */
  reason: Phrase;
}

/** Invariant: the pieces are all lines of the file, each once, in order. */
export type Outline = readonly Piece[];

export interface FoundArticle {
  title: string;
  startLine: number | null;
  endLine: number | null;
  parent: number | null;
}

export interface FoundSplit {
  lines: number;
  articles: readonly FoundArticle[];
  unassigned: readonly (LineRange & { reason: Phrase })[];
}

/** The outline of what an importer found; null where its ranges don't tile the lines. */
export function outlineOf({ lines, articles, unassigned }: FoundSplit): Outline | null {
  const sections = sectionsByParent(articles);
  const pieces: Piece[] = unassigned.map((range) => ({ ...range, article: null }));
  for (const [index, { title, startLine, endLine, parent }] of articles.entries()) {
    if (parent !== null) continue;
    if (startLine === null || endLine === null) return null;
    pieces.push({
      startLine,
      endLine,
      reason: NO_REASON,
      article: {
        title,
        given: null,
        sections: sections.get(index) ?? [],
        dropped: [],
        leftOut: false,
        revised: [],
        ruled: [],
      },
    });
  }
  pieces.sort((one, other) => one.startLine - other.startLine);
  return tiles(pieces, lines) ? pieces : null;
}

export function tiles(pieces: Outline, lines: number): boolean {
  let next = 1;
  for (const { startLine, endLine } of pieces) {
    if (startLine !== next || endLine < startLine) return false;
    next = endLine + 1;
  }
  return next === lines + 1;
}

function sectionsByParent(articles: readonly FoundArticle[]): Map<number, Section[]> {
  const sections = new Map<number, Section[]>();
  for (const { title, startLine, endLine, parent } of articles) {
    if (parent === null || startLine === null || endLine === null) continue;
    const siblings = sections.get(parent) ?? [];
    siblings.push({ title, startLine, endLine });
    sections.set(parent, siblings);
  }
  return sections;
}

/** Two pieces with the same key are the same article, made of the same lines. */
export function pieceKey({ startLine, endLine, article }: Piece): string {
  return JSON.stringify([
    startLine,
    endLine,
    article?.title,
    article?.given,
    article?.sections.map((section) => [section.startLine, section.endLine, section.title]),
    article?.dropped.map((range) => [range.startLine, range.endLine]),
  ]);
}

/** The piece that holds a line, and where it stands. @throws RangeError */
export function pieceIndexAt(outline: Outline, line: number): number {
  let [low, high] = [0, outline.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = outline[middle];
    if (piece === undefined) break;
    if (line < piece.startLine) high = middle - 1;
    else if (line > piece.endLine) low = middle + 1;
    else return middle;
  }
  throw new RangeError(`Line ${line} is outside the file`);
}
