/** Words as people count them: runs of letters and digits; each Han, kana or Thai character by itself. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

export function countWords(text: string): number {
  let words = 0;
  for (const _ of text.matchAll(WORD)) words += 1;
  return words;
}

const WORDS_PER_MINUTE = 230;

/** Whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

/** The first words of a text, cut between words, at most `most` UTF-16 code units. */
export function excerptOf(text: string, most = 240): string {
  const head = text
    .slice(0, most * 2)
    .replace(/\s+/gu, ' ')
    .trim();
  if (head.length <= most) return head;
  const cut = head.slice(0, most).search(/\s\S*$/u);
  const end = cut > most / 2 ? cut : most;
  return `${head.slice(0, end).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
