/** Articles set apart by separator lines: titles boxed by them, under them, over them or in them. */
import { plainTitle, readHead, titleAfter, type ArticleHead } from '../article-head.ts';
import { gapBefore, type DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import { leadingHead } from '../leading-article.ts';
import { BOLD_MARK } from '../rule-line.ts';
import { endsAsSentence, textForm, titleForm, wordCount } from '../title-form.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

const TALLEST_BOX = 8;

interface Box {
  open: number;
  close: number;
}

/** The box that opens at a rule: same rule again after one to six lines, the first title-like. */
function boxAt(dump: DumpText, open: number): Box | null {
  const rule = dump.lines[open]?.rule;
  if (!rule) return null;
  let texts = 0;
  for (let at = open + 1; at <= open + TALLEST_BOX && at < dump.lines.length; at += 1) {
    const line = dump.lines[at];
    if (!line) return null;
    if (line.rule) {
      const same = line.rule.mark === rule.mark && line.rule.spaced === rule.spaced;
      return same && texts > 0 && texts <= 6 ? { open, close: at } : null;
    }
    if (line.text === '') {
      // Air inside a box is one blank line above or below its text; a paragraph is no box.
      if (texts > 0 && dump.lines[at + 1]?.rule == null) return null;
    } else {
      if (line.width > 240) return null;
      texts += 1;
    }
  }
  return null;
}

function ruleKey(dump: DumpText, at: number): string | null {
  const rule = dump.lines[at]?.rule;
  if (!rule || dump.lines[at]?.code) return null;
  return `${rule.mark}${rule.spaced ? ' ' : ''}`;
}

interface RuleGroup {
  key: string;
  boxes: Box[];
  /** Rules that stand for themselves. */
  lone: number[];
  /** Rules right under a line that stands after a blank line. */
  under: number[];
}

function isUnderline(dump: DumpText, at: number): boolean {
  const line = dump.lines[at - 1];
  const rule = dump.lines[at]?.rule;
  if (!line || !rule || line.text === '' || line.rule || rule.spaced) return false;
  if (gapBefore(dump, at - 1) === 0 && !dump.lines[at - 2]?.rule) return false;
  return textForm(dump, line) >= 0.3;
}

function groupRules(dump: DumpText): RuleGroup[] {
  const groups = new Map<string, RuleGroup>();
  for (let at = 0; at < dump.lines.length; at += 1) {
    const key = ruleKey(dump, at);
    if (key === null) continue;
    const group = groups.get(key) ?? { key, boxes: [], lone: [], under: [] };
    groups.set(key, group);
    const box = boxAt(dump, at);
    if (box && !isUnderline(dump, at)) {
      group.boxes.push(box);
      at = box.close;
    } else if (isUnderline(dump, at)) group.under.push(at);
    else group.lone.push(at);
  }
  return [...groups.values()];
}

function boxedHeads(dump: DumpText, boxes: readonly Box[]): ArticleHead[] {
  return boxes.flatMap((box) => {
    const titleAt = titleAfter(dump, box.open);
    if (titleAt === null || titleAt >= box.close) return [];
    const head = readHead(dump, box.open, titleAt);
    const closing = dump.next[box.close] ?? dump.lines.length;
    return [
      head.bodyAt > box.close ? head : { ...readHead(dump, box.open, titleAt), bodyAt: closing },
    ];
  });
}

function underlinedHeads(dump: DumpText, rules: readonly number[]): ArticleHead[] {
  return rules.map((at) => {
    const above = dump.lines[at - 2]?.rule ? at - 2 : at - 1;
    return readHead(dump, above, at - 1);
  });
}

const SURE_FORM = 0.35;
/** Share of the rules with a sure title from which the others are believed too. */
const HABIT = 0.7;

/** The title under a kicker: one or two words in capitals, and the title right under them. */
function belowKicker(dump: DumpText, at: number): number {
  const line = dump.lines[at];
  const under = dump.lines[at + 1];
  if (!line || !under || dump.lines[at + 2]?.text !== '' || endsAsSentence(under.text)) return at;
  const kicker = wordCount(line.text) <= 2 && /\p{Lu}{2}/u.test(line.text);
  if (!kicker || /\p{Ll}/u.test(line.text)) return at;
  return wordCount(under.text) > 2 && textForm(dump, under) >= SURE_FORM ? at + 1 : at;
}

function separatedHeads(dump: DumpText, rules: readonly number[]): ArticleHead[] {
  const heads: ArticleHead[] = [];
  const weak = new Set<ArticleHead>();
  for (const at of rules) {
    const first = titleAfter(dump, at);
    const titleAt = first === null ? null : belowKicker(dump, first);
    if (titleAt === null || heads.at(-1)?.titleAt === titleAt) continue;
    const head = readHead(dump, at, titleAt);
    heads.push(head);
    if (titleForm(dump, titleAt) < SURE_FORM) weak.add(head);
  }
  const believed = heads.length - weak.size >= rules.length * HABIT;
  const kept = heads.filter(
    (head) =>
      !weak.has(head) || (believed && !endsAsSentence(dump.lines[head.titleAt]?.text ?? '')),
  );
  const leading = leadingHead(dump, kept);
  return leading ? [leading, ...kept] : kept;
}

function framedLayouts(dump: DumpText): Layout[] {
  const groups = new Map<string, ArticleHead[]>();
  for (const [at, line] of dump.lines.entries()) {
    if (!line.framed || line.code || (gapBefore(dump, at) === 0 && dump.habits.spaced)) continue;
    const heads = groups.get(line.framed.mark) ?? [];
    heads.push(readHead(dump, at, at, { title: plainTitle(line) }));
    groups.set(line.framed.mark, heads);
  }
  return [...groups]
    .filter(([, heads]) => heads.length >= 2)
    .map(([mark, heads]) => ({
      id: 'framed-titles',
      name: phrase('habit.markedTitles', { mark }),
      prior: mark === BOLD_MARK ? 0.6 : 0.85,
      heads,
      reason: phrase('reason.markedTitle', { mark }),
      contents: null,
    }));
}

/** All layouts made of separator lines, one for each kind of rule and use. */
export function findRuledTitles(dump: DumpText): Layout[] {
  const layouts = framedLayouts(dump);
  for (const { key, boxes, lone, under } of groupRules(dump)) {
    const shown = key.trim().repeat(3);
    const heads = boxedHeads(dump, boxes);
    if (heads.length >= 2) {
      layouts.push({
        id: 'boxed-titles',
        name: phrase('habit.boxedTitles', { line: shown }),
        prior: 0.97,
        heads,
        reason: phrase('reason.boxedTitle', { line: shown }),
        contents: null,
      });
    }
    const rules = [...lone, ...boxes.flatMap((box) => [box.open, box.close])].sort((a, b) => a - b);
    const separated = separatedHeads(dump, boxes.length > lone.length ? lone : rules);
    if (separated.length >= 2 && separated.length >= rules.length * 0.4) {
      layouts.push({
        id: 'separators',
        name: phrase('habit.ruledArticles', { line: shown }),
        prior: 0.85 * Math.min(1, 0.6 + (0.4 * separated.length) / rules.length),
        heads: separated,
        reason: phrase('reason.ruledArticle', { line: shown }),
        contents: null,
      });
    }
    if (under.length >= 2) {
      layouts.push({
        id: 'underlined-titles',
        name: phrase('habit.underlinedTitles', { line: shown }),
        prior: key === '=' ? 0.8 : 0.65,
        heads: underlinedHeads(dump, under),
        reason: phrase('reason.underlinedTitle', { line: shown }),
        contents: null,
      });
    }
  }
  return layouts;
}
