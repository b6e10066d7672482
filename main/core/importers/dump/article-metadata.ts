/** Byline, source, date, address and tags of one article, from its head, its foot and its opening. */
import type { Dateline, PublishedDate } from './article.ts';
import type { MetaLine } from './article-head.ts';
import { readDateline } from './dateline.ts';
import type { DumpText } from './dump-text.ts';
import { looksLikeNames } from './page-chrome.ts';
import { inferYear, isoOf, readPublished, type YearEvidence } from './year-evidence.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

export interface Metadata {
  byline: string | null;
  source: string | null;
  url: string | null;
  tags: string[];
  published: PublishedDate | null;
  dateline: Dateline | null;
}

interface Range {
  from: number;
  to: number;
}

function listOf(value: string): string[] {
  return value
    .replace(/^\[|\]$/gu, '')
    .split(/\s*[,;،、，|]\s*/u)
    .map((tag) => tag.replace(/^["'#\s]+|["'\s]+$/gu, ''))
    .filter((tag) => tag !== '' && tag.length <= 60);
}

function addFrom(
  dump: DumpText,
  line: MetaLine,
  years: YearEvidence,
  range: Range,
  into: Metadata,
): void {
  const source = dump.lines[line.at];
  if (!source) return;
  const { field, meta, byline, text, chrome } = source;
  if (line.kind === 'publication') {
    into.source ??= text;
    return;
  }
  if (line.kind === 'author') {
    into.byline ??= text;
    return;
  }
  if (field && field.name !== null && field.value !== '') {
    const { value } = field;
    if (field.name === 'author')
      into.byline ??= value.replace(/^by\s+/iu, '').replace(/^["']|["']$/gu, '');
    else if (field.name === 'source') into.source ??= value;
    else if (field.name === 'url') into.url ??= value;
    else if (field.name === 'tags' || field.name === 'category') into.tags.push(...listOf(value));
    else if (field.name === 'date') into.published ??= readPublished(value, line.at, years, range);
    if (field.name !== 'other') return;
  }
  if (meta?.dateText != null && !(field && field.name === 'other')) {
    into.published ??= readPublished(text, line.at, years, range);
    const named =
      meta.byline ??
      meta.rest.find((part) => looksLikeNames(part) && /\s|[\u3040-\u9fff]/u.test(part));
    if (named !== undefined && named !== null) into.byline ??= withRole(text, named, meta.rest);
    return;
  }
  if (byline !== null) into.byline ??= byline;
  else if (chrome === 'filing') {
    into.tags.push(
      ...listOf(
        text
          .replace(/^[^:：]{2,24}[:：]\s*/u, '')
          .replace(/^(?:posted|filed|published) (?:in|under)\s+/iu, ''),
      ),
    );
  }
}

/** "Josh Aas, ISRG Executive Director" is one byline although a comma parts it. */
function withRole(text: string, name: string, rest: readonly string[]): string {
  const after = text.indexOf(name);
  if (after === -1 || rest.length < 2) return name;
  const tail = /^[^|•·–—]*/u.exec(text.slice(after))?.[0].trim() ?? name;
  return tail.length <= 90 && looksLikeNames(tail) ? tail : name;
}

const SOURCE =
  /(?:originally|first) (?:published|appeared|posted|released) (?:in|on|by|at|as) (?:the website of )?(?:the )?(.{2,70}?)(?:[.,;:(]|\s(?:and|on|in)\s|\s(?:website|site)\b|$)/iu;

/** "originally published in the Morning Star" in an opening or an announcement. */
export function readSourceMention(text: string): string | null {
  const name = SOURCE.exec(text.slice(0, 600))?.[1]?.trim();
  return name !== undefined && /^\p{Lu}/u.test(name) ? name.replace(/\s+website$/iu, '') : null;
}

/** The dateline of a paragraph with its year found, and where it stands. */
export function fullDateline(
  dump: DumpText,
  at: number,
  years: YearEvidence,
  range: Range,
): { dateline: Dateline; published: PublishedDate | null } | null {
  const text = dump.lines[at]?.text ?? '';
  const found = readDateline(text);
  if (!found) return null;
  const { date } = found;
  const plain = { text: found.text, place: found.place, agency: found.agency };
  if (!date || date.day === null) return { dateline: { ...plain, date: null }, published: null };
  const where = phrase('dated.dateline', { line: at + 1, text: found.text });
  if (date.year !== null) {
    const value = isoOf(date.year, date.month, date.day);
    return {
      dateline: { ...plain, date: value },
      published: { value, inferred: false, evidence: where },
    };
  }
  const inferred = inferYear(years, date, range, text);
  if (!inferred) return { dateline: { ...plain, date: null }, published: null };
  const value = isoOf(inferred.year, date.month, date.day);
  const published = {
    value,
    inferred: true,
    evidence: phrase('dated.because', { where, why: inferred.why }),
  };
  return { dateline: { ...plain, date: value }, published };
}

const OPENING_LINES = 6;

/** Gathers what an article tells about itself. `bodyAt` is its first line of text. */
export function gatherMetadata(
  dump: DumpText,
  metaLines: readonly MetaLine[],
  bodyAt: number,
  range: Range,
  years: YearEvidence,
): Metadata {
  const data: Metadata = {
    byline: null,
    source: null,
    url: null,
    tags: [],
    published: null,
    dateline: null,
  };
  for (const line of metaLines) addFrom(dump, line, years, range, data);
  const opening = dump.lines[bodyAt]?.text === '' ? (dump.next[bodyAt] ?? range.to) : bodyAt;
  if (opening <= range.to) {
    const report = fullDateline(dump, opening, years, range);
    data.dateline = report?.dateline ?? null;
    data.published ??= report?.published ?? null;
    data.source ??= report?.dateline.agency ?? null;
  }
  let at = opening;
  for (let step = 0; step < OPENING_LINES && data.source === null && at <= range.to; step += 1) {
    data.source = readSourceMention(dump.lines[at]?.text ?? '');
    at = dump.next[at] ?? range.to + 1;
  }
  data.tags = [...new Set(data.tags)];
  return data;
}
