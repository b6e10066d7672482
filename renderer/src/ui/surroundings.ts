/** The words around a passage, as far as they stand in its paragraph: whole words, and … where cut. */

/** A quote's context of fewer code units than this ends where the text does. */
const CONTEXT = 32;

/** `limit`: the most that is shown, in UTF-16 code units. */
export function shownBefore(prefix: string, limit: number): string {
  const line = prefix.slice(prefix.lastIndexOf('\n') + 1);
  const isWhole = line.length < prefix.length || prefix.length < CONTEXT;
  if (isWhole && line.length <= limit) return line;
  return `…${line.slice(-limit).replace(/^\S*\s+(?=\S)/u, '')}`;
}

/** `limit`: the most that is shown, in UTF-16 code units. */
export function shownAfter(suffix: string, limit: number): string {
  const [line = ''] = suffix.split('\n', 1);
  const isWhole = line.length < suffix.length || suffix.length < CONTEXT;
  if (isWhole && line.length <= limit) return line;
  return `${line.slice(0, limit).replace(/(?<=\S)\s+\S*$/u, '')}…`;
}
