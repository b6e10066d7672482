/**
 * What rules make of a split: revisions, as a person would have made them. Pure; whatever the
 * rules say, the pieces go on to be all lines of the file, each once.
 */
import { LecternError } from '../../../shared/errors.ts';
import type { Revision } from '../../../shared/revisions.ts';
import { RULE_EFFECTS, type NewRule, type RuleEffect } from '../../../shared/rules.ts';
import { foldLine, likeMatcher } from '../../../shared/text/like.ts';
import { applyRevision } from '../revise/apply-revision.ts';
import {
  pieceIndexAt,
  type Outline,
  type OutlineArticle,
  type Piece,
  NO_REASON,
} from '../revise/outline.ts';
import { lineTest, type FoldedLines, type LineTest } from './match-lines.ts';

/** A rule that would do more is none for this file: that it was passed over is said. */
const MOST_CHANGES = 2000;

export interface AppliedRules {
  outline: Outline;
  revisions: Revision[];
  /** By rule, in their order. */
  changes: number[];
  /** By rule: how many corrections it would make, where these are so many that it makes none; else 0. */
  passedOver: number[];
}

/** Boundaries first, then what hangs on them, whatever the order of the rules. */
export function applyRules(
  found: Outline,
  lines: FoldedLines,
  rules: readonly Pick<NewRule, 'name' | 'effect' | 'lines'>[],
): AppliedRules {
  const changes = rules.map(() => 0);
  const passedOver = rules.map(() => 0);
  const revisions: Revision[] = [];
  let outline = found;
  for (const effect of RULE_EFFECTS) {
    for (const [nth, rule] of rules.entries()) {
      if (rule.effect !== effect) continue;
      const test = lineTest(lines, rule.lines);
      const wanted = WANTED[effect]({ outline, lines, test, like: rule.lines.like });
      if (wanted.length > MOST_CHANGES) {
        passedOver[nth] = wanted.length;
        continue;
      }
      for (const revision of wanted) {
        const by = { ...revision, by: rule.name };
        const next = revised(outline, by);
        if (next === null) continue;
        outline = next;
        revisions.push(by);
        changes[nth] = (changes[nth] ?? 0) + 1;
      }
    }
  }
  return { outline, revisions, changes, passedOver };
}

/** Null for what can't be: there is no article before the first. */
function revised(outline: Outline, revision: Revision): Outline | null {
  try {
    return applyRevision(outline, revision);
  } catch (error) {
    if (error instanceof LecternError && error.code === 'bad_input') return null;
    throw error;
  }
}

interface Look {
  outline: Outline;
  lines: FoldedLines;
  test: LineTest;
  like: string;
}

type HeadedPiece = Piece & { article: OutlineArticle };

const WANTED: Readonly<Record<RuleEffect, (look: Look) => Revision[]>> = {
  start: ({ outline, lines, test }) => {
    const starts = new Set(outline.flatMap((piece) => (piece.article ? [piece.startLine] : [])));
    return matching(lines, test)
      .filter((line) => !starts.has(line) && !isTitleBelow(outline, lines, line))
      .map((line) => begunAt(starts, lines, line));
  },
  notStart: (look) => headed(look).map(({ startLine: line }) => ({ kind: 'merge', line })),
  section: (look) => headed(look).map(({ startLine: line }) => ({ kind: 'section', line })),
  leaveOut: (look) => headed(look).map(({ startLine: line }) => ({ kind: 'leaveOut', line })),
  title: (look) => {
    const like = likeMatcher(look.like);
    return headed(look).flatMap(({ startLine: line, article }): Revision[] => {
      const [title = ''] = like(foldLine(titleOf(article))) ?? [];
      return title.trim() === '' ? [] : [{ kind: 'retitle', line, title: title.trim() }];
    });
  },
  drop: ({ outline, lines, test }) =>
    matching(lines, test)
      .filter((line) => {
        const { article, startLine } = outline[pieceIndexAt(outline, line)] ?? NONE;
        return article !== null && startLine !== line && !isDropped(article, line);
      })
      .map((line) => ({ kind: 'drop', startLine: line, endLine: line })),
};

/** Some lines off from where an article begins now, that one begins there instead of another. */
function begunAt(starts: ReadonlySet<number>, { texts }: FoldedLines, line: number): Revision {
  for (let off = 1; off <= MOST_ABOVE; off += 1) {
    for (const near of [line - off, line + off]) {
      const between = texts.slice(Math.min(line, near) - 1, Math.max(line, near) - 1);
      const noText = between.every((text) => text.length <= LONGEST_LABEL);
      if (starts.has(near) && noText) return { kind: 'move', line: near, to: line };
    }
  }
  return { kind: 'split', line };
}

const LONGEST_LABEL = 80;

const NONE: Piece = { startLine: 0, endLine: 0, article: null, reason: NO_REASON };

function matching({ texts }: FoldedLines, test: LineTest): number[] {
  const lines: number[] = [];
  for (const at of texts.keys()) if (test(at)) lines.push(at + 1);
  return lines;
}

/** The line is the title of the article that begins above it, at a rule or a kicker. */
function isTitleBelow(outline: Outline, lines: FoldedLines, line: number): boolean {
  const { article, startLine } = outline[pieceIndexAt(outline, line)] ?? NONE;
  if (article === null || line - startLine > MOST_ABOVE) return false;
  const between = lines.texts.slice(startLine - 1, line - 1);
  const title = foldLine(article.title ?? '');
  return lines.texts[line - 1] === title || between.every((text) => !/[\p{L}\p{N}]/u.test(text));
}

/** How far from the first line of an article its title can stand. */
const MOST_ABOVE = 4;

/** The articles whose title, or first line, is so. */
function headed({ outline, lines, test }: Look): HeadedPiece[] {
  return outline.filter((piece): piece is HeadedPiece => {
    const { article, startLine } = piece;
    if (article === null || article.leftOut) return false;
    const at = startLine - 1;
    const title = foldLine(titleOf(article));
    return test(at) || (title !== '' && test(titleAt(lines, at, title), title));
  });
}

function titleAt({ texts }: FoldedLines, first: number, title: string): number {
  const found = texts.slice(first, first + MOST_ABOVE + 1).indexOf(title);
  return found === -1 ? first : first + found;
}

function titleOf({ given, title }: OutlineArticle): string {
  return given ?? title ?? '';
}

function isDropped({ dropped }: OutlineArticle, line: number): boolean {
  return dropped.some(({ startLine, endLine }) => startLine <= line && line <= endLine);
}
