/** What a source can be told by, to know the next one of the same site. */
import type { Site } from '../../../shared/rules.ts';
import { foldLine, likeMatcher, toLike, toLikeWithNumbers } from '../../../shared/text/like.ts';
import type { DraftSource } from '../draft.ts';
import { foldLines } from './match-lines.ts';

const LONGEST_MARK = 80;
const LEAST_REPEATED = 3;

/** The best first. `lines` are the file's. */
export function sitesOf(source: DraftSource, lines: readonly string[]): Site[] {
  const host = hostOf(source);
  const mark = markOf(source, lines);
  const name: Site = { by: 'name', like: nameLike(baseName(source.head.name)) };
  return [
    ...(host === null ? [] : [{ by: 'host' as const, host }]),
    name,
    ...(mark === null ? [] : [{ by: 'line' as const, like: mark }]),
  ];
}

/** Null where only the lines of the file could tell. */
export function isOfSite(source: DraftSource, site: Site): boolean | null {
  switch (site.by) {
    case 'host':
      return hostOf(source) === bareHost(site.host);
    case 'name':
      return likeMatcher(site.like.toLowerCase())(foldName(source.head.name)) !== null;
    case 'line':
      return null;
  }
}

export function hasLine(lines: readonly string[], like: string): boolean {
  const matches = likeMatcher(like);
  return lines.some((line) => matches(foldLine(line)) !== null);
}

/** The host that most of the articles have an address at. */
function hostOf({ articles }: DraftSource): string | null {
  const posts = articles.filter(({ parentId }) => parentId === null);
  const counts = new Map<string, number>();
  for (const { url } of posts) {
    const host = url !== null && URL.canParse(url) ? bareHost(new URL(url).hostname) : '';
    if (host !== '') counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  return most !== undefined && most[1] * 2 > posts.length ? most[0] : null;
}

function bareHost(host: string): string {
  return host.toLowerCase().replace(/^www\./u, '');
}

function baseName(name: string): string {
  return foldLine(name.split(/[/\\]/u).at(-1) ?? name);
}

function foldName(name: string): string {
  return baseName(name).toLowerCase();
}

/** Numbers and what parts them are another next week; the extension can be, too. */
function nameLike(name: string): string {
  const stem = name.replace(/\.[^.]{1,10}$/u, '');
  const words = stem
    .split(/[\s._()-]*\p{Nd}[\p{Nd}\s._()-]*/u)
    .map((part) => toLike(part.trim()))
    .join('*');
  const open = `${words}*`.replace(/\*+/gu, '*');
  return /\p{L}{3}|\p{Script=Han}/u.test(words) && (open.match(/\*/gu)?.length ?? 0) <= 4
    ? open
    : toLike(name);
}

/** The line that is repeated most, or the one that stands above the first article. */
function markOf({ head, articles }: DraftSource, lines: readonly string[]): string | null {
  const { texts } = foldLines(lines);
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (text.length <= LONGEST_MARK && /\p{L}{3}|\p{Script=Han}/u.test(text)) {
      const like = toLikeWithNumbers(text);
      counts.set(like, (counts.get(like) ?? 0) + 1);
    }
  }
  const posts = articles.filter(({ parentId }) => parentId === null).length;
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  if (most !== undefined && most[1] >= Math.max(LEAST_REPEATED, posts / 2)) return most[0];
  const above = head.unassigned.find(({ startLine }) => startLine === 1);
  const first = texts.slice(0, above?.endLine ?? 0).find((text) => text !== '');
  return first === undefined || first.length > LONGEST_MARK ? null : toLikeWithNumbers(first);
}
