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
const CLUSTER = /\s+|[^\s][\p{M}\u1160-\u11ff]*/u;
/** Nothing to compose, fold or drop but case and runs of white space. */
const ASCII = /^[\t\n\r -~]*$/;

const SPACE_UNIT = 0x20;
const DELETE = 0x7f;

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

/** Stretches of plain letters are folded as they are; the rest cluster by cluster. */
function foldClusters(text: string): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const clusters = new RegExp(CLUSTER, 'uy');
  let from = 0;
  while (from < text.length) {
    const plain = plainEnd(text, from);
    if (plain > from) {
      parts.push(text.slice(from, plain).toLowerCase().replace(/["`]/g, "'"));
      for (let at = from; at < plain; at += 1) starts.push(at);
      from = plain;
      continue;
    }
    clusters.lastIndex = from;
    const [cluster = text.charAt(from)] = clusters.exec(text) ?? [];
    const folded = foldCluster(cluster);
    for (let unit = 0; unit < folded.length; unit += 1) starts.push(from);
    parts.push(folded);
    from += cluster.length;
  }
  starts.push(text.length);
  return { text: parts.join(''), starts: new Uint32Array(starts) };
}

/** Where the ASCII from an offset ends in which only case and quotes are folded. */
function plainEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    // Runs of white space are one, and marks join what is before them.
    const isSpace = unit === SPACE_UNIT && (at === from || text.charCodeAt(at - 1) > SPACE_UNIT);
    const isPlain = (unit > SPACE_UNIT && unit < DELETE) || (isSpace && next > SPACE_UNIT);
    if (!isPlain || next >= DELETE) break;
  }
  return at;
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
