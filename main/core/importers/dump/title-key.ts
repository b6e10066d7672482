/** Titles compared as readers compare them: letters and digits only, case and width folded. */
import { plainTitle } from './article-head.ts';
import type { DumpText } from './dump-text.ts';
import type { TextLine } from './text-line.ts';
import { WIDEST_TITLE } from './title-form.ts';

/** European letters without those that compatibility makes others (ŀ, ŉ), and the signs between them. */
const EUROPEAN =
  /^[\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u012f\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e‘’“”„«»–—]*$/;

export function titleKey(title: string): string {
  if (EUROPEAN.test(title)) {
    return title.toLowerCase().replace(/[^a-z0-9\u00df-\u00f6\u00f8-\u017e]+/g, '');
  }
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** A title in a list of contents, without its number, bullet, dot leader and page. */
export function listedTitle(text: string): string {
  const linked = /^\W{0,4}\[([^\]]+)\]\([^)\s]*\)\W{0,2}$/u.exec(text)?.[1] ?? text;
  return linked
    .replace(/^(?:[-*+•·]\s+|[[(（]?\d{1,4}[\])）.．:：、]*[)\].．:、\s]\s*)/u, '')
    .replace(/\s*(?:[.·…․‥_]{2,}|\s{3,}|\t)\s*(?:p\.?\s?)?\d{0,5}$/iu, '')
    .trim();
}

export interface TitlePlaces {
  /** Where the lines with that key stand, in file order; undefined for none. */
  get(key: string): readonly number[] | undefined;
}

/** Where each title-sized line stands. */
export function indexTitles(dump: DumpText): TitlePlaces {
  const sized = (line: TextLine) =>
    line.text !== '' && line.width <= WIDEST_TITLE && !line.rule && !line.code;
  let most = 0;
  for (const line of dump.lines) if (sized(line)) most += line.ordinal ? 2 : 1;
  const index = new TitleIndex(most);
  for (const [at, line] of dump.lines.entries()) {
    if (!sized(line)) continue;
    index.add(titleKey(plainTitle(line)), at);
    if (line.ordinal) index.add(titleKey(line.ordinal.title), at);
  }
  return index;
}

const SHORTEST_KEY = 3;

/**
 * A hash table in flat arrays: a map of strings takes ten times the room, and a dump has millions
 * of lines. Keys are told apart by 53 bits of hash: a million of them have one chance in ten
 * thousand that any two are taken for one.
 */
class TitleIndex implements TitlePlaces {
  /** The number of a key by its hash, with open addressing; -1 where there is none. */
  private readonly slots: Int32Array;
  private readonly hashes: Float64Array;
  private readonly firsts: Int32Array;
  /** The places of keys that stand several times. */
  private readonly several = new Map<number, number[]>();
  private size = 0;

  constructor(most: number) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 2 + 2))).fill(-1);
    this.hashes = new Float64Array(most);
    this.firsts = new Int32Array(most);
  }

  /** Places come in order. */
  add(key: string, at: number): void {
    if (key.length < SHORTEST_KEY) return;
    const hash = hashOf(key);
    const slot = this.slotOf(hash);
    const known = this.slots[slot] ?? -1;
    if (known === -1) {
      this.slots[slot] = this.size;
      this.hashes[this.size] = hash;
      this.firsts[this.size] = at;
      this.size += 1;
      return;
    }
    const places = this.several.get(known) ?? [this.firsts[known] ?? 0];
    if (places.at(-1) === at) return;
    places.push(at);
    this.several.set(known, places);
  }

  get(key: string): readonly number[] | undefined {
    const known = this.slots[this.slotOf(hashOf(key))] ?? -1;
    return known === -1 ? undefined : (this.several.get(known) ?? [this.firsts[known] ?? 0]);
  }

  private slotOf(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = this.slots[slot] ?? -1;
      if (number === -1 || this.hashes[number] === hash) return slot;
      slot = (slot + 1) & mask;
    }
  }
}

/** 53 bits: two rounds of FNV-1a over UTF-16 code units. */
function hashOf(key: string): number {
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 15;
  }
  return ((high >>> 11) >>> 0) * 2 ** 32 + (low >>> 0);
}
