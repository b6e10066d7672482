/**
 * The lines of a text without their ends (LF, CRLF or a lone CR). An end at the very end of the
 * text makes no further line: `a\n` and `a` have one line, the empty text has none.
 */
export function splitLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
