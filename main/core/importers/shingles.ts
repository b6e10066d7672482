/**
 * Shingles: runs of words as numbers, by which two texts are compared whatever stands between
 * their words. Broder, "On the resemblance and containment of documents" (1997).
 */
import { wordsOf } from '../../shared/text/words.ts';

/** Words in a shingle. A tenth of the words changed leaves 0.9³, three quarters, of the shingles. */
const LENGTH = 3;
/** Fewer shingles in common prove nothing. */
const LEAST = 8;

/** The shingles of a text in its order, as 32-bit numbers. Case, marks and white space don't count. */
export function shingleRow(text: string): number[] {
  const hashes = wordsOf(text.normalize('NFC').toLowerCase()).map(hashWord);
  const shingles: number[] = [];
  for (let at = 0; at + LENGTH <= hashes.length; at += 1) {
    let hash = 0;
    for (let nth = 0; nth < LENGTH; nth += 1) hash = mix(hash, hashes[at + nth] ?? 0);
    shingles.push(hash);
  }
  return shingles;
}

/** The different shingles of a text. */
export function shinglesOf(text: string): Set<number> {
  return new Set(shingleRow(text));
}

/** 0..1: how much of the shorter text stands in the longer; 0 where that would be chance. */
export function agreement(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const shingle of shorter) if (longer.has(shingle)) common += 1;
  return common < LEAST ? 0 : common / shorter.size;
}

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash;
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
