/** A planned source as the review draws it: runs of lines, in order. Lines are 1-based. */
import type { PlannedArticle, PlannedSource } from '../../../../main/shared/contract.ts';
import { verbatim, type Phrase } from '../../../../main/shared/messages/phrase.ts';

export interface ReviewPiece {
  startLine: number;
  endLine: number;
  /** Null for lines that belong to no article. */
  article: PlannedArticle | null;
  /** Place among the articles in the file, from 1; 0 for lines of no article. */
  number: number;
  /** Reprints inside the article. */
  sections: readonly PlannedArticle[];
  /** Why the lines belong to no article. */
  reason: Phrase;
}

/** Articles that don't know their lines have 0 for them. */
export function piecesOf({ articles, unassigned }: PlannedSource): ReviewPiece[] {
  const sections = new Map<string, PlannedArticle[]>();
  for (const article of articles) {
    if (article.parentId === null) continue;
    sections.set(article.parentId, [...(sections.get(article.parentId) ?? []), article]);
  }
  let number = 0;
  const pieces: ReviewPiece[] = articles.flatMap((article) => {
    if (article.parentId !== null) return [];
    number += 1;
    return {
      startLine: article.startLine ?? 0,
      endLine: article.endLine ?? 0,
      article,
      number,
      sections: sections.get(article.id) ?? [],
      reason: verbatim(''),
    };
  });
  for (const range of unassigned) pieces.push({ ...range, article: null, number: 0, sections: [] });
  return pieces.sort((one, other) => one.startLine - other.startLine);
}

/** The piece that holds a line. */
export function pieceAt(pieces: readonly ReviewPiece[], line: number): ReviewPiece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece === undefined) return undefined;
    if (line < piece.startLine) high = middle - 1;
    else if (line > piece.endLine) low = middle + 1;
    else return piece;
  }
  return undefined;
}

/** The first after a line that a test holds for, and after the last one the first again. */
export function nextPiece(
  pieces: readonly ReviewPiece[],
  line: number,
  test: (piece: ReviewPiece) => boolean,
): ReviewPiece | undefined {
  const wanted = pieces.filter(test);
  return wanted.find(({ startLine }) => startLine > line) ?? wanted[0];
}

export const SURE = 0.9;
export const UNSURE = 0.7;

export function isUnsure({ article }: ReviewPiece): boolean {
  return article !== null && article.confidence < UNSURE;
}

export interface SourceTotals {
  articles: number;
  unsure: number;
  unassignedLines: number;
}

export function totalsOf({ articles, unassigned }: PlannedSource): SourceTotals {
  const posts = articles.filter(({ parentId }) => parentId === null);
  return {
    articles: posts.length,
    unsure: posts.filter(({ confidence }) => confidence < UNSURE).length,
    unassignedLines: unassigned.reduce(
      (lines, { startLine, endLine }) => lines + endLine - startLine + 1,
      0,
    ),
  };
}
