/** Ways in which lines that were corrected can be told from others, the more general first. */
import type { LinePattern } from '../../../shared/rules.ts';
import { toLike, toLikeWithNumbers } from '../../../shared/text/like.ts';
import { isAlone, isCapitals, textBefore, type FoldedLines } from './match-lines.ts';

/** Signs that part a label from what follows it, or a title from the name of its site. */
const LABEL = /^(.{2,48}?(?:\p{L}[.)]?\s?[:：|»›】\]]|\s[–—|·•-]))\s?(?=\S)/u;
const TAIL = /\S(\s[–—|·•-]\s.{2,48})$/u;
/** A number that counts the titles, with what marks it. */
const COUNTED = /^(\D{0,12})\p{Nd}+([.):\]/–—-]*)\s+(?=\S)/u;
/** Fewer letters tell nothing apart. */
const LEAST_LETTERS = 3;

const LONGEST_LABEL = 60;

const ANY: LinePattern = { like: '*', after: null, capitals: false, alone: false };

/** For one line, counted from 0, whose text can be another than stands there: a title. */
export function candidatesFor(lines: FoldedLines, at: number, text: string): LinePattern[] {
  const before = textBefore(lines, at);
  const alone = isAlone(lines, at);
  return [
    ...likesOf(text).map((like) => ({ ...ANY, like })),
    ...(isCapitals(text) && alone ? [{ ...ANY, capitals: true, alone }] : []),
    ...(before === '' ? [] : likesOf(before).map((after) => ({ ...ANY, after }))),
    ...(isLabel(before) && recurs(lines, before)
      ? [{ ...ANY, after: toLikeWithNumbers(before) }]
      : []),
  ];
}

/** What can stand above titles again: no sentence. */
function isLabel(text: string): boolean {
  return text !== '' && text.length <= LONGEST_LABEL && !/[.!?…。！？]["'”’»)]*$/u.test(text);
}

function likesOf(text: string): string[] {
  const label = LABEL.exec(text)?.[1];
  const tail = TAIL.exec(text)?.[1];
  const counted = COUNTED.exec(text);
  const [, word = '', mark = ''] = counted ?? [];
  return [
    ...(counted !== null && (word.trim() !== '' || mark !== '')
      ? [`${toLike(word)}#${toLike(mark)} *`]
      : []),
    ...(label !== undefined && hasLetters(label) ? [`${toLikeWithNumbers(label)}*`] : []),
    ...(tail !== undefined && hasLetters(tail) ? [`*${toLikeWithNumbers(tail)}`] : []),
  ];
}

/** The line itself, its numbers aside. */
export function exactly(text: string): LinePattern {
  return { ...ANY, like: toLikeWithNumbers(text) };
}

/** A line that can stand in the next file just as it is: furniture, no sentence and no title. */
export function isFurniture(lines: FoldedLines, text: string): boolean {
  return isLabel(text) && (text.split(' ').length <= FURNITURE_WORDS || recurs(lines, text));
}

const FURNITURE_WORDS = 3;

function recurs({ texts }: FoldedLines, text: string): boolean {
  const like = toLikeWithNumbers(text);
  const length = Math.max(2, text.length / 2);
  let times = 0;
  for (const each of texts) {
    if (each.length < length || toLikeWithNumbers(each) !== like) continue;
    times += 1;
    if (times > 1) return true;
  }
  return false;
}

/** What two texts begin and end with, by whole words; null where that is too little. */
export function inCommon(one: string, other: string): LinePattern | null {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const most = Math.min(words.length, others.length);
  let head = 0;
  while (head < most && words[head] === others[head]) head += 1;
  let tail = 0;
  while (tail < most - head && words.at(-1 - tail) === others.at(-1 - tail)) tail += 1;
  if (head === words.length && head === others.length) return { ...ANY, like: words.join('') };
  const first = words.slice(0, head).join('').trimEnd();
  const last = words
    .slice(words.length - tail)
    .join('')
    .trimStart();
  if (!hasLetters(first) && !hasLetters(last)) return null;
  const like = `${first}${first === '' ? '' : gap(words[head - 1])}*${last === '' ? '' : gap(words.at(-tail))}${last}`;
  return { ...ANY, like };
}

/** A space that was there stays. */
function gap(word: string | undefined): string {
  return word === ' ' ? ' ' : '';
}

/** Words, spaces and signs, each for itself, numbers open. Scripts without spaces go by character. */
function wordsOf(text: string): string[] {
  const parts =
    text.match(
      /\p{Nd}+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}'’]+| |[^ ]/gu,
    ) ?? [];
  return parts.map(toLikeWithNumbers);
}

function hasLetters(text: string): boolean {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return wide * 2 + (text.match(/\p{L}/gu)?.length ?? 0) - wide >= LEAST_LETTERS;
}
