/**
 * What the corrections of a source have in common. Every way of telling their lines is tried on the
 * whole file: only one that says nothing against how the file is split now is suggested, first the
 * one that makes most of the corrections.
 */
import type { RuleSuggestion } from '../../../shared/contract/rules.ts';
import type { Revision } from '../../../shared/revisions.ts';
import type { LinePattern, RuleEffect } from '../../../shared/rules.ts';
import { foldLine } from '../../../shared/text/like.ts';
import { applyRevision } from '../revise/apply-revision.ts';
import { pieceIndexAt, type Outline } from '../revise/outline.ts';
import { applyRules } from './apply-rules.ts';
import { candidatesFor, exactly, inCommon, isFurniture } from './candidates.ts';
import type { FoldedLines } from './match-lines.ts';

const MOST_TARGETS = 12;
const MOST_CANDIDATES = 60;
/** In longer files a rule is looked for in the beginning. */
const MOST_LINES = 50_000;

/** A line that was corrected, from 1; `text` is what a rule would have to know it by. */
interface Target {
  line: number;
  text: string;
  /** The title that it was given. */
  title: string;
}

export function suggestRules(
  found: Outline,
  revisions: readonly Revision[],
  lines: FoldedLines,
): RuleSuggestion[] {
  const byRules = revisions.filter(({ by }) => by !== undefined);
  const byHand = revisions.filter(({ by }) => by === undefined);
  if (byHand.length === 0 || lines.texts.length > MOST_LINES) return [];
  const before = byRules.reduce(applyRevision, found);
  const after = byHand.reduce(applyRevision, before);
  const targets = targetsOf(before, after, byHand, lines);
  const look = { before, after, lines };
  return [...targets].flatMap(([effect, all]) => cover(effect, all.slice(-MOST_TARGETS), look));
}

interface Look {
  before: Outline;
  after: Outline;
  lines: FoldedLines;
}

/** The best for all of them, then the best for those that are left. */
function cover(effect: RuleEffect, targets: readonly Target[], look: Look): RuleSuggestion[] {
  const suggestions: RuleSuggestion[] = [];
  let left = [...targets];
  const judged = patternsFor(effect, targets, look.lines).flatMap(
    (pattern) => judge(effect, pattern, targets, look) ?? [],
  );
  while (left.length > 0) {
    const ranked = judged
      .map((each) => ({ ...each, hits: left.filter(({ line }) => each.covered.has(line)).length }))
      .filter(({ hits }) => hits > 0)
      .sort((one, other) => other.hits - one.hits);
    const [best] = ranked;
    if (best === undefined) break;
    const { covered, more, lines } = best;
    suggestions.push({ effect, lines, covers: covered.size, more });
    left = left.filter(({ line }) => !covered.has(line));
  }
  return suggestions;
}

function patternsFor(
  effect: RuleEffect,
  targets: readonly Target[],
  lines: FoldedLines,
): LinePattern[] {
  const patterns: LinePattern[] = [];
  for (const [nth, { line, text, title }] of targets.entries()) {
    if (effect === 'title') {
      const like = titleLike(text, title);
      if (like !== null) patterns.push({ like, after: null, capitals: false, alone: false });
      continue;
    }
    const furniture = isFurniture(lines, text);
    if (effect === 'drop' && furniture) patterns.push(exactly(text));
    for (const other of targets.slice(nth + 1)) {
      const shared = inCommon(text, other.text);
      if (shared !== null) patterns.push(shared);
    }
    patterns.push(...candidatesFor(lines, line - 1, text));
    // The same title comes again as chrome only; a beginning that is known by it alone never does.
    if (effect !== 'start' && effect !== 'drop' && furniture) patterns.push(exactly(text));
  }
  const unique = new Map(patterns.map((pattern) => [JSON.stringify(pattern), pattern]));
  return [...unique.values()].slice(0, MOST_CANDIDATES);
}

/** What was cut from a title at its beginning or end, as the pattern that leaves the rest. */
function titleLike(before: string, after: string): string | null {
  const at = before.indexOf(after);
  if (at === -1 || after === '' || before === after) return null;
  const { like: head } = exactly(before.slice(0, at));
  const { like: tail } = exactly(before.slice(at + after.length));
  return `${head}*${tail}`;
}

interface Judged {
  lines: LinePattern;
  covered: ReadonlySet<number>;
  more: number;
}

/** Null for a pattern that goes against the split as it is now. */
function judge(
  effect: RuleEffect,
  pattern: LinePattern,
  targets: readonly Target[],
  { before, after, lines }: Look,
): Judged | null {
  const rule = { name: '', effect, lines: pattern };
  const { revisions } = applyRules(before, lines, [rule]);
  const made = new Map(revisions.map((revision) => [lineOf(revision), revision]));
  const covered = new Set(
    targets.flatMap(({ line, title }) => {
      const revision = made.get(line);
      const same =
        revision !== undefined && (revision.kind !== 'retitle' || revision.title === title);
      return same ? [line] : [];
    }),
  );
  if (covered.size === 0) return null;
  const others = revisions.filter((revision) => !covered.has(lineOf(revision)));
  const more = others.filter((revision) => !isDone(revision, after));
  // Whole lines that are dropped once are no text anywhere; all else has to be right everywhere.
  const allowed =
    effect === 'drop' && !pattern.like.includes('*')
      ? Infinity
      : mostMore(effect, pattern, covered.size);
  if (more.length > allowed) return null;
  return more.every((revision) => isLikely(revision, after, lines))
    ? { lines: pattern, covered, more: more.length }
    : null;
}

/** A label that stands before titles can stand before some that nobody came to yet. */
function mostMore(effect: RuleEffect, { like }: LinePattern, covered: number): number {
  if (effect === 'title') return Infinity;
  const said = like.replaceAll(/[*#\s]/gu, '').length;
  return effect === 'start' && said >= LABEL_UNITS ? covered * 4 : 0;
}

const LABEL_UNITS = 4;

/** An article begins where an empty line stands before it, and not at the end of another. */
function isLikely(revision: Revision, after: Outline, { texts }: FoldedLines): boolean {
  if (revision.kind !== 'split') return true;
  const { startLine, article } = after[pieceIndexAt(after, revision.line)] ?? {};
  return (
    article != null &&
    startLine !== revision.line &&
    !article.sections.some((section) => section.startLine === revision.line) &&
    (texts[revision.line - 2] ?? '') === ''
  );
}

/** The line that a rule would have to know. */
function lineOf(revision: Revision): number {
  if (revision.kind === 'move') return revision.to;
  return revision.kind === 'drop' ? revision.startLine : revision.line;
}

/** Whether the file is so now. */
function isDone(revision: Revision, outline: Outline): boolean {
  const line = lineOf(revision);
  const { startLine, article } = outline[pieceIndexAt(outline, line)] ?? {};
  if (article == null) return false;
  switch (revision.kind) {
    case 'split':
    case 'move':
      return startLine === line;
    case 'merge':
      return startLine !== line;
    case 'section':
      return article.sections.some((section) => section.startLine === line);
    case 'leaveOut':
      return startLine === line && article.leftOut;
    case 'retitle':
      return (article.given ?? article.title) === revision.title;
    case 'drop':
      return article.dropped.some((range) => range.startLine <= line && line <= range.endLine);
    case 'take':
      return false;
  }
}

/** Corrections that still stand, by the rule that would make them. */
function targetsOf(
  before: Outline,
  after: Outline,
  byHand: readonly Revision[],
  lines: FoldedLines,
): Map<RuleEffect, Target[]> {
  const targets = new Map<RuleEffect, Target[]>();
  const add = (effect: RuleEffect, line: number, title = '') => {
    const text = effect === 'start' || effect === 'drop' ? '' : titleAt(before, line);
    const target = { line, text: text === '' ? (lines.texts[line - 1] ?? '') : text, title };
    const known = targets.get(effect) ?? [];
    if (target.text === '' || known.some((each) => each.line === line)) return;
    targets.set(effect, [...known, target]);
  };
  for (const revision of byHand) {
    if (revision.kind === 'drop') {
      for (let { startLine: line } = revision; line <= revision.endLine; line += 1) {
        if (isDone({ ...revision, startLine: line }, after)) add('drop', line);
      }
    } else if (isDone(revision, after)) {
      const effect = EFFECTS[revision.kind];
      if (effect !== null) add(effect, lineOf(revision), 'title' in revision ? revision.title : '');
    }
  }
  return targets;
}

const EFFECTS: Readonly<Record<Exclude<Revision['kind'], 'drop'>, RuleEffect | null>> = {
  split: 'start',
  merge: 'notStart',
  section: 'section',
  leaveOut: 'leaveOut',
  retitle: 'title',
  take: null,
  move: 'start',
};

function titleAt(outline: Outline, line: number): string {
  const { startLine, article } = outline[pieceIndexAt(outline, line)] ?? {};
  return startLine === line ? foldLine(article?.given ?? article?.title ?? '') : '';
}
