/** One revision of an outline. Pure; every result tiles the same lines as before. */
import { isDeepStrictEqual } from 'node:util';
import type { LineRange } from '../../../shared/entities.ts';
import { LecternError } from '../../../shared/errors.ts';
import type { Revision } from '../../../shared/revisions.ts';
import {
  pieceIndexAt,
  type Outline,
  type OutlineArticle,
  type Piece,
  NO_REASON,
} from './outline.ts';
import { clip, clipSections, withRange } from './ranges.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

type ArticlePiece = Piece & { article: OutlineArticle };

/** @throws LecternError bad_input, where the outline holds nothing that the revision names */
export function applyRevision(outline: Outline, revision: Revision): Outline {
  switch (revision.kind) {
    case 'split':
      return split(outline, revision);
    case 'merge':
      return merge(outline, revision);
    case 'section':
      return toSection(outline, revision);
    case 'retitle':
      return retitle(outline, revision);
    case 'move':
      return move(outline, revision);
    case 'leaveOut':
    case 'take':
      return setLeftOut(outline, revision);
    case 'drop':
      return drop(outline, revision);
  }
}

type Of<K extends Revision['kind']> = Extract<Revision, { kind: K }>;

function refuse(message: Phrase): never {
  throw new LecternError('bad_input', message);
}

function indexAt(outline: Outline, line: number): number {
  try {
    return pieceIndexAt(outline, line);
  } catch {
    return refuse(phrase('error.noLine', { line }));
  }
}

function isArticle(piece: Piece | undefined): piece is ArticlePiece {
  return piece !== undefined && piece.article !== null;
}

/** The article that begins at a line, and its place. */
function articleAt(outline: Outline, line: number): { index: number; piece: ArticlePiece } {
  const index = indexAt(outline, line);
  const piece = outline[index];
  if (!isArticle(piece) || piece.startLine !== line) refuse(phrase('error.noArticleAt', { line }));
  return { index, piece };
}

function articleBefore(outline: Outline, index: number): { index: number; piece: ArticlePiece } {
  const before = outline.findLastIndex((piece, at) => at < index && piece.article !== null);
  const piece = outline[before];
  if (!isArticle(piece)) refuse(phrase('error.noArticleBefore'));
  return { index: before, piece };
}

/** Puts pieces in the place of those from `first` to `last`. */
function replaced(outline: Outline, first: number, last: number, pieces: readonly Piece[]) {
  return [...outline.slice(0, first), ...pieces, ...outline.slice(last + 1)];
}

/** With how it came about: by hand, or by the rule that the revision is of. */
function revised(
  article: OutlineArticle,
  { by }: Revision,
  byHand: Phrase,
  byRule: (rule: string) => Phrase,
): OutlineArticle {
  const words = by === undefined ? byHand : byRule(by);
  return { ...article, revised: [...article.revised, words] };
}

function split(outline: Outline, revision: Of<'split'>): Outline {
  const { line } = revision;
  const index = indexAt(outline, line);
  const piece = outline[index];
  if (piece === undefined) return outline;
  const { startLine, endLine, article, reason } = piece;
  if (article !== null && startLine === line) {
    refuse(phrase('error.articleBeginsThere', { line }));
  }
  const section = article?.sections.find((one) => one.startLine === line);
  const begun: OutlineArticle = {
    title: section?.title ?? null,
    given: null,
    sections: clipSections(article?.sections ?? [], line + 1, endLine),
    dropped: clip(article?.dropped ?? [], line + 1, endLine),
    leftOut: false,
    revised: [],
    ruled: [],
  };
  const after: Piece = {
    startLine: line,
    endLine,
    reason: NO_REASON,
    article: revised(begun, revision, phrase('revised.begins'), (rule) =>
      phrase('ruled.begins', { rule }),
    ),
  };
  if (startLine === line) return replaced(outline, index, index, [after]);
  const before: Piece = {
    startLine,
    endLine: line - 1,
    reason,
    article: article === null ? null : shortened(article, startLine, line - 1),
  };
  return replaced(outline, index, index, [before, after]);
}

function shortened(article: OutlineArticle, from: number, to: number): OutlineArticle {
  return {
    ...article,
    sections: clipSections(article.sections, from + 1, to),
    dropped: clip(article.dropped, from + 1, to),
  };
}

/** The section that begins at a line, in the article that holds it. */
function sectionAt(outline: Outline, line: number) {
  const index = indexAt(outline, line);
  const piece = outline[index];
  const section = piece?.article?.sections.find(({ startLine }) => startLine === line);
  return isArticle(piece) && section !== undefined ? { index, piece, section } : null;
}

function merge(outline: Outline, revision: Of<'merge'>): Outline {
  const inside = sectionAt(outline, revision.line);
  if (inside !== null) {
    const { index, piece, section } = inside;
    const sections = piece.article.sections.filter((one) => one !== section);
    return replaced(outline, index, index, [{ ...piece, article: { ...piece.article, sections } }]);
  }
  return joined(outline, revision, ({ article }) => article.sections);
}

function toSection(outline: Outline, revision: Of<'section'>): Outline {
  return joined(outline, revision, ({ startLine, endLine, article }) => {
    const [first] = article.sections;
    const until = (first?.startLine ?? endLine + 1) - 1;
    const title = article.given ?? article.title;
    return [{ startLine, endLine: until, title }, ...article.sections];
  });
}

/** The article at a line and what lies between become part of the article before. */
function joined(
  outline: Outline,
  revision: Of<'merge'> | Of<'section'>,
  sectionsOf: (piece: ArticlePiece) => OutlineArticle['sections'],
): Outline {
  const { index, piece } = articleAt(outline, revision.line);
  const before = articleBefore(outline, index);
  const { article } = before.piece;
  const whole: OutlineArticle = {
    ...article,
    sections: [...article.sections, ...sectionsOf(piece)],
    dropped: [...article.dropped, ...piece.article.dropped],
  };
  const { line } = revision;
  const merges = revision.kind === 'merge';
  return replaced(outline, before.index, index, [
    {
      ...before.piece,
      endLine: piece.endLine,
      article: revised(
        whole,
        revision,
        phrase(merges ? 'revised.merges' : 'revised.sections', { line }),
        (rule) => phrase(merges ? 'ruled.merges' : 'ruled.sections', { rule, line }),
      ),
    },
  ]);
}

function retitle(outline: Outline, revision: Of<'retitle'>): Outline {
  const { line, title } = revision;
  const inside = sectionAt(outline, line);
  if (inside !== null) {
    const { index, piece, section } = inside;
    const sections = piece.article.sections.map((one) =>
      one === section ? { ...one, title } : one,
    );
    return replaced(outline, index, index, [{ ...piece, article: { ...piece.article, sections } }]);
  }
  const { index, piece } = articleAt(outline, line);
  const article = { ...piece.article, given: title };
  return replaced(outline, index, index, [
    {
      ...piece,
      article: revised(article, revision, phrase('revised.titles'), (rule) =>
        phrase('ruled.titles', { rule }),
      ),
    },
  ]);
}

function move(outline: Outline, revision: Of<'move'>): Outline {
  const { line, to } = revision;
  const { index, piece } = articleAt(outline, line);
  if (to === line) return outline;
  if (to > piece.endLine) refuse(phrase('error.noLinesLeft'));
  const { article, endLine } = piece;
  const section = article.sections.find(({ startLine }) => startLine === to);
  const moved: Piece = {
    ...piece,
    startLine: to,
    article: revised(
      { ...shortened(article, to, endLine), title: section?.title ?? null },
      revision,
      phrase('revised.moves', { line }),
      (rule) => phrase('ruled.moves', { rule, line }),
    ),
  };
  return to < line ? movedUp(outline, index, moved) : movedDown(outline, index, moved, line);
}

function movedUp(outline: Outline, index: number, moved: Piece): Outline {
  const first = indexAt(outline, moved.startLine);
  const swallowed = outline.slice(first, index);
  if (
    swallowed.some(({ article, startLine }) => article !== null && startLine >= moved.startLine)
  ) {
    refuse(phrase('error.anotherArticle'));
  }
  const [cut] = swallowed;
  if (cut === undefined || cut.startLine === moved.startLine) {
    return replaced(outline, first, index, [moved]);
  }
  const endLine = moved.startLine - 1;
  const article = cut.article === null ? null : shortened(cut.article, cut.startLine, endLine);
  return replaced(outline, first, index, [{ ...cut, endLine, article }, moved]);
}

function movedDown(outline: Outline, index: number, moved: Piece, from: number): Outline {
  const before = outline[index - 1];
  const endLine = moved.startLine - 1;
  const left: Piece =
    before === undefined
      ? { startLine: from, endLine, article: null, reason: phrase('unassigned.beforeFirst') }
      : { ...before, endLine };
  return replaced(outline, before === undefined ? index : index - 1, index, [left, moved]);
}

function setLeftOut(outline: Outline, { kind, line, by }: Of<'leaveOut'> | Of<'take'>): Outline {
  const { index, piece } = articleAt(outline, line);
  const leftOut = kind === 'leaveOut';
  const article = ruled({ ...piece.article, leftOut }, by, (rule) =>
    phrase('ruled.leavesOut', { rule }),
  );
  return replaced(outline, index, index, [{ ...piece, article }]);
}

/** What a rule does to an article and isn't seen at its beginning; each rule is named once. */
function ruled(
  article: OutlineArticle,
  by: string | undefined,
  does: (rule: string) => Phrase,
): OutlineArticle {
  if (by === undefined) return article;
  const words = does(by);
  if (article.ruled.some((one) => isDeepStrictEqual(one, words))) return article;
  return { ...article, ruled: [...article.ruled, words] };
}

function drop(outline: Outline, { startLine, endLine, by }: Of<'drop'>): Outline {
  const last = outline.at(-1)?.endLine ?? 0;
  if (startLine > endLine || endLine > last) refuse(phrase('error.noSuchLines'));
  const from = indexAt(outline, startLine);
  const to = indexAt(outline, endLine);
  const pieces = outline.slice(from, to + 1).map((piece) => {
    if (!isArticle(piece)) return piece;
    const article = without(piece, { startLine, endLine });
    return { ...piece, article: ruled(article, by, (rule) => phrase('ruled.drops', { rule })) };
  });
  return replaced(outline, from, to, pieces);
}

function without({ article, ...piece }: ArticlePiece, range: LineRange): OutlineArticle {
  const whole = range.startLine <= piece.startLine && piece.endLine <= range.endLine;
  if (whole) return { ...article, leftOut: true };
  if (range.startLine <= piece.startLine) {
    refuse(phrase('error.lineIsTitle', { line: piece.startLine }));
  }
  const endLine = Math.min(range.endLine, piece.endLine);
  return { ...article, dropped: withRange(article.dropped, { ...range, endLine }) };
}
