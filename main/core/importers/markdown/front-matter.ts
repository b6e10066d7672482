/**
 * The YAML block at the head of a Markdown file, as Obsidian, Hugo, Jekyll and Lectern's own
 * export write it. TOML (`+++`) is set apart from the text but not understood.
 */
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { FormatProblem } from '../converted.ts';
import { findDate, isoDate } from '../dump/calendar-date.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

export interface FrontMatter {
  title: string | null;
  byline: string | null;
  origin: string | null;
  url: string | null;
  lang: string | null;
  /** YYYY, YYYY-MM, YYYY-MM-DD or a full ISO time. */
  published: string | null;
  tags: string[];
}

export interface FrontMatterBlock {
  /** 1-based last line of the block, its closing fence. */
  endLine: number;
  values: FrontMatter;
  problems: FormatProblem[];
}

const NOTHING: FrontMatter = {
  title: null,
  byline: null,
  origin: null,
  url: null,
  lang: null,
  published: null,
  tags: [],
};
const MOST_LINES = 500;

/** Null when the file doesn't begin with a closed block. */
export function readFrontMatter(lines: readonly string[]): FrontMatterBlock | null {
  const fence = lines[0]?.trimEnd();
  if (fence !== '---' && fence !== '+++') return null;
  const closing = fence === '---' ? /^(?:---|\.\.\.)\s*$/ : /^\+\+\+\s*$/;
  const close = lines.slice(0, MOST_LINES).findIndex((line, at) => at > 0 && closing.test(line));
  if (close === -1) return null;
  const inner = lines.slice(1, close);
  if (fence === '---' && !inner.some((line) => /^[^\s:#][^:]*:(?:\s|$)/.test(line))) return null;
  return { endLine: close + 1, ...readBlock(fence, inner) };
}

function readBlock(
  fence: '---' | '+++',
  inner: readonly string[],
): Pick<FrontMatterBlock, 'values' | 'problems'> {
  if (fence === '+++') return unread(1, phrase('problem.toml'));
  try {
    const parsed: unknown = parse(inner.join('\n'), { uniqueKeys: false });
    const fields = z.record(z.string(), z.unknown()).safeParse(parsed);
    if (!fields.success) return unread(1, phrase('problem.frontMatterForm'));
    return { values: toFrontMatter(fields.data), problems: [] };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = (error.linePos?.[0].line ?? 0) + 1;
    return unread(line, phrase('problem.frontMatter', { code: error.code }));
  }
}

function unread(line: number, message: Phrase): Pick<FrontMatterBlock, 'values' | 'problems'> {
  return { values: NOTHING, problems: [{ line, message }] };
}

function toFrontMatter(fields: Record<string, unknown>): FrontMatter {
  const byKey = new Map(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]));
  const first = (...keys: string[]) => {
    for (const key of keys) {
      const [words] = toWords(byKey.get(key));
      if (words !== undefined) return words;
    }
    return null;
  };
  const source = first('source', 'publication', 'site', 'publisher');
  const isAddress = source !== null && /^https?:\/\//i.test(source);
  const people = ['author', 'authors', 'byline'].flatMap((key) => toWords(byKey.get(key)));
  return {
    title: first('title'),
    byline: people.length > 0 ? people.join(', ') : null,
    origin: isAddress ? null : source,
    url: first('url', 'canonical_url', 'canonical', 'link') ?? (isAddress ? source : null),
    lang: first('lang', 'language'),
    published: toPublished(first('published', 'date', 'publishdate', 'pubdate', 'created')),
    tags: toTags(byKey),
  };
}

const person = z.object({ name: z.string() });

/** The words of a value: of a list, those of each part. Obsidian's `[[links]]` lose their brackets. */
function toWords(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((part) => toWords(part));
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'string') {
    const named = person.safeParse(value);
    return named.success ? toWords(named.data.name) : [];
  }
  const words = value.replace(/^\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]$/, '$1').trim();
  return words === '' ? [] : [words];
}

function toTags(byKey: ReadonlyMap<string, unknown>): string[] {
  const names = ['tags', 'tag', 'keywords', 'categories', 'category'].flatMap((key) => {
    const value = byKey.get(key);
    const isLine = typeof value === 'string';
    // `tags: a, b` in Obsidian, `tags: a b` in Jekyll; a category may have spaces in it.
    const separator = isLine && value.includes(',') ? ',' : key.startsWith('tag') ? /\s+/ : '\n';
    return isLine ? value.split(separator).flatMap(toWords) : toWords(value);
  });
  return [...new Set(names.map((name) => name.replace(/^#/, '')).filter((name) => name !== ''))];
}

const PLAIN_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const ZONED_TIME =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})$/i;

/** A time without a zone keeps its day alone: the instant is not known. */
function toPublished(written: string | null): string | null {
  if (written === null || PLAIN_DATE.test(written)) return written;
  if (ZONED_TIME.test(written)) {
    const instant = new Date(
      written
        .replace(/\s*UTC$/i, 'Z')
        .replace(/^(\S+) (\d)/, '$1T$2')
        .replace(' ', ''),
    );
    if (!Number.isNaN(instant.getTime())) return instant.toISOString();
  }
  const date = findDate(written);
  return date === null ? null : isoDate(date);
}
