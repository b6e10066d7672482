/**
 * The block at the head of a Markdown file, as Obsidian, Hugo, Zola, Jekyll and Lectern's own export
 * write it: YAML between `---`, TOML between `+++`, or a JSON object.
 */
import { parse as parseToml, TomlError } from 'smol-toml';
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
  if (fence === '{') return readJson(lines);
  if (fence !== '---' && fence !== '+++') return null;
  const closing = fence === '---' ? /^(?:---|\.\.\.)\s*$/ : /^\+\+\+\s*$/;
  const close = lines.slice(0, MOST_LINES).findIndex((line, at) => at > 0 && closing.test(line));
  if (close === -1) return null;
  const inner = lines.slice(1, close);
  const endLine = close + 1;
  if (inner.every((line) => line.trim() === '')) return { endLine, values: NOTHING, problems: [] };
  if (fence === '+++') return { endLine, ...readToml(inner) };
  if (!inner.some((line) => /^[^\s:#][^:]*:(?:\s|$)/.test(line))) return null;
  return { endLine, ...readYaml(inner) };
}

type Read = Pick<FrontMatterBlock, 'values' | 'problems'>;

function readYaml(inner: readonly string[]): Read {
  const written = tryYaml(inner);
  if (!(written instanceof YAMLParseError)) return fromParsed(written);
  const mended = tryYaml(inner.map(mendedLine));
  const line = (written.linePos?.[0].line ?? 0) + 1;
  if (mended instanceof YAMLParseError) {
    return unread(line, phrase('problem.frontMatter', { code: written.code }));
  }
  const { values, problems } = fromParsed(mended);
  return {
    values,
    problems: [{ line, message: phrase('problem.frontMatterMended') }, ...problems],
  };
}

function tryYaml(inner: readonly string[]): unknown {
  try {
    return parse(inner.join('\n'), { uniqueKeys: false, logLevel: 'error' });
  } catch (error) {
    if (error instanceof YAMLParseError) return error;
    throw error;
  }
}

/** Tabs, and colons in values without quotation marks, are what people get wrong. */
function mendedLine(line: string): string {
  const spaced = line.replace(/^\t+/, (tabs) => '  '.repeat(tabs.length)).replaceAll('\t', ' ');
  const [, head = '', value] =
    /^(\s*(?:- )?[\p{L}\p{N}_-]+:\s+)([^\s"'[{|>&*!#%@`].*)$/u.exec(spaced) ?? [];
  return value !== undefined && /:(?:\s|$)|\s#/.test(value) ? head + JSON.stringify(value) : spaced;
}

function readToml(inner: readonly string[]): Read {
  try {
    return fromParsed(parseToml(inner.join('\n')));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return unread(error.line + 1, phrase('problem.frontMatter', { code: 'TOML' }));
  }
}

/** Null for an object that says nothing of an article: that is the text itself. */
function readJson(lines: readonly string[]): FrontMatterBlock | null {
  const close = lines.slice(0, MOST_LINES).findIndex((line) => /^\}\s*$/.test(line));
  if (close === -1) return null;
  try {
    const parsed: unknown = JSON.parse(lines.slice(0, close + 1).join('\n'));
    const { values, problems } = fromParsed(parsed);
    const says = values.title !== null || values.published !== null;
    return says ? { endLine: close + 1, values, problems } : null;
  } catch {
    return null;
  }
}

function fromParsed(parsed: unknown): Read {
  const fields = z.record(z.string(), z.unknown()).safeParse(parsed);
  if (!fields.success) return unread(1, phrase('problem.frontMatterForm'));
  const inner = NESTED.flatMap((key) => {
    const nested = z.record(z.string(), z.unknown()).safeParse(fields.data[key]);
    return nested.success ? [nested.data] : [];
  });
  return { values: toFrontMatter(Object.assign({}, ...inner, fields.data)), problems: [] };
}

/** Where Hugo and Zola let sites put what isn't their own. */
const NESTED = ['params', 'extra', 'taxonomies'];

function unread(line: number, message: Phrase): Read {
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
  const isAddress = source !== null && ADDRESS.test(source);
  const people = ['author', 'authors', 'byline'].flatMap((key) => toWords(byKey.get(key)));
  const address = first('url', 'canonical_url', 'canonical', 'link');
  return {
    title: first('title'),
    byline: people.length > 0 ? people.join(', ') : null,
    origin: isAddress ? null : source,
    // Hugo's `url` is where the page lies on its site.
    url: address !== null && ADDRESS.test(address) ? address : isAddress ? source : null,
    lang: first('lang', 'language'),
    published: toPublished(first('published', 'date', 'publishdate', 'pubdate', 'created')),
    tags: toTags(byKey),
  };
}

const ADDRESS = /^https?:\/\//i;

const person = z.object({ name: z.string() });

/** The words of a value: of a list, those of each part. Obsidian's `[[links]]` lose their brackets. */
function toWords(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((part) => toWords(part));
  if (typeof value === 'number') return [String(value)];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [value.toISOString()];
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
