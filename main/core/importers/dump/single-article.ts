/** A file that holds one article: its first heading or short line is the title, else its name. */
import type { DumpArticle, DumpSplit } from './article.ts';
import { readHead } from './article-head.ts';
import { gatherMetadata } from './article-metadata.ts';
import { readBodyRange } from './body-range.ts';
import type { DumpText } from './dump-text.ts';
import { endsCut } from './teaser-line.ts';
import { textForm } from './title-form.ts';
import { gatherYears } from './year-evidence.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

const LOOK_AHEAD = 12;
const LEAST_FORM = 0.35;

function findTitle(dump: DumpText, first: number): number | null {
  let at = first;
  for (let step = 0; step < LOOK_AHEAD && at < dump.lines.length; step += 1) {
    const line = dump.lines[at];
    if (!line) return null;
    if (line.field?.name === 'title' && line.field.value !== '') return at;
    if (line.heading && line.heading.level <= 2) return at;
    if (textForm(dump, line) >= LEAST_FORM && line.width <= 160) return at;
    if (line.width > 160) return null;
    at = dump.next[at] ?? dump.lines.length;
  }
  return null;
}

function nameOf(fileName: string): string {
  const name = fileName
    .replace(/^.*[\\/]/u, '')
    .replace(/\.[^.]+$/u, '')
    .trim();
  return name === '' ? 'Untitled' : name;
}

/** The whole file as one article; no article when it has no text. */
export function singleArticle(dump: DumpText): DumpSplit {
  const total = dump.lines.length;
  const first = dump.lines[0]?.text === '' ? (dump.next[0] ?? total) : 0;
  const base = {
    layout: 'single',
    layoutName: phrase('habit.single'),
    evidence: [phrase('evidence.nothingMarks')],
  };
  if (first >= total) {
    const unassigned =
      total === 0 ? [] : [{ startLine: 1, endLine: total, reason: phrase('unassigned.noText') }];
    return { ...base, evidence: [phrase('evidence.noText')], articles: [], unassigned };
  }
  const titleAt = findTitle(dump, first);
  const head = titleAt === null ? null : readHead(dump, first, titleAt);
  const body = readBodyRange(dump, head?.bodyAt ?? first, total - 1);
  const range = { from: head?.titleAt ?? first, to: total - 1 };
  const metaLines = [...(head?.metaLines ?? []), ...body.footLines];
  const last = dump.lines[body.last];
  const article: DumpArticle = {
    title: head && head.title !== '' ? head.title : nameOf(dump.fileName),
    startLine: (head?.titleAt ?? first) + 1,
    endLine: total,
    truncated:
      endsCut(last?.text ?? '') || (last?.teaser?.definite === true && last.teaser.kind === 'cut'),
    parent: null,
    confidence: head ? 0.8 : 0.6,
    reasons: [head ? phrase('reason.fileBeginsWithTitle') : phrase('reason.noTitle')],
    ...gatherMetadata(dump, metaLines, body.first, range, gatherYears(dump)),
    bodyLines:
      body.last < body.first ? [] : [{ startLine: body.first + 1, endLine: body.last + 1 }],
  };
  const top = article.startLine - 1;
  const unassigned =
    top > 0 ? [{ startLine: 1, endLine: top, reason: phrase('unassigned.beforeTitle') }] : [];
  return { ...base, articles: [article], unassigned };
}
