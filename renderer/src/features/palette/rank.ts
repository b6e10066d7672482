/**
 * How well a palette entry fits what was typed, 0 to 1; 0 is no fit. Every typed word has to begin
 * a word of the label or a keyword, or stand inside one; words of the label count more, and whole
 * words more than beginnings.
 */
export function rankEntry(label: string, typed: string, keywords: readonly string[] = []): number {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return 1;
  const inLabel = wordsOf(label);
  const inKeywords = keywords.flatMap(wordsOf);
  let score = 0;
  for (const word of wanted) {
    const best = Math.max(fit(word, inLabel), 0.6 * fit(word, inKeywords));
    if (best === 0) return 0;
    score += best;
  }
  // Of two labels with the same words, the one with fewer others comes first.
  const spare = Math.max(0, inLabel.length - wanted.length);
  return score / wanted.length / (1 + 0.05 * spare);
}

function fit(word: string, among: readonly string[]): number {
  let best = 0;
  for (const other of among) {
    if (other === word) return 1;
    if (other.startsWith(word)) best = Math.max(best, 0.9);
    else if (word.length > 2 && other.includes(word)) best = Math.max(best, 0.4);
  }
  return best;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
