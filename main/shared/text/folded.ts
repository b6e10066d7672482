/**
 * A text with its typography folded away, and the way back: what an edition, a converter or a
 * keyboard changes without changing the words. Folded are case, white space (any run is one space),
 * quotes, dashes, ligatures and other compatibility forms, composition (NFC), soft hyphens and
 * zero-width marks.
 */
import type { TextRange } from '../entities.ts';

export interface FoldedText {
  text: string;
  /**
   * For each folded code unit, and for the end, where the characters it stands for begin in the
   * original (UTF-16 code units): ascending.
   */
  starts: Uint32Array;
}

const QUOTES = /[‘’‚‛′`´“”„‟″«»‹›「」『』]/u;
const DASHES = /[‐‑‒–—―−]/u;
const DROPPED = /^[\u00ad\u200b\u2060\ufeff]$/u;
const SPACE = /\s/u;
/** A character and the marks that join it: the smallest thing that composes. */
const CLUSTER = /\s+|[^\s][\p{M}\u1160-\u11ff]*/gu;
/** Nothing to compose, fold or drop but case and runs of white space. */
const ASCII = /^[\t\n\r -~]*$/;

/** Linear in the text. */
export function foldText(text: string): FoldedText {
  return ASCII.test(text) ? foldAscii(text) : foldClusters(text);
}

function foldAscii(text: string): FoldedText {
  const lower = text.toLowerCase();
  const starts = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  const keep = (to: number) => {
    parts.push(lower.slice(from, to));
  };
  for (let at = 0; at < text.length; at += 1) {
    const isSpace = isAsciiSpace(lower.charCodeAt(at));
    if (isSpace && at > 0 && isAsciiSpace(lower.charCodeAt(at - 1))) {
      keep(at);
      from = at + 1;
      continue;
    }
    starts[length] = at;
    length += 1;
  }
  keep(text.length);
  starts[length] = text.length;
  const folded = parts
    .join('')
    .replace(/[\t\n\r]/g, ' ')
    .replaceAll('`', "'");
  return { text: folded.replaceAll('"', "'"), starts: starts.slice(0, length + 1) };
}

function isAsciiSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

function foldClusters(text: string): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const folded = foldCluster(match[0]);
    for (let unit = 0; unit < folded.length; unit += 1) starts.push(match.index);
    parts.push(folded);
  }
  starts.push(text.length);
  return { text: parts.join(''), starts: Uint32Array.from(starts) };
}

function foldCluster(cluster: string): string {
  if (cluster.length === 1 && cluster >= 'a' && cluster <= 'z') return cluster;
  if (SPACE.test(cluster.charAt(0))) return ' ';
  if (DROPPED.test(cluster)) return '';
  if (QUOTES.test(cluster) || cluster === '"') return "'";
  if (DASHES.test(cluster)) return '-';
  return cluster.normalize('NFKC').toLowerCase().replace(/\s/gu, ' ');
}

/** The original range of a folded one: whole characters, never a part of one. */
export function unfoldRange({ starts }: FoldedText, { start, end }: TextRange): TextRange {
  const last = starts[Math.max(start, end - 1)] ?? 0;
  let after = Math.max(start, end);
  while (after < starts.length - 1 && starts[after] === last) after += 1;
  return { start: starts[start] ?? 0, end: starts[after] ?? last };
}

/** The folded offset of what stands at, or first after, an original offset: log time. */
export function foldedOffset({ starts }: FoldedText, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
