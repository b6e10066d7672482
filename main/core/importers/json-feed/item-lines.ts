/** Where the items of a JSON Feed stand in its file: a scan for braces outside strings. */
import type { LineRange } from '../../../shared/entities.ts';

const TOKEN = /["{}[\]]/g;
const IN_STRING = /\\.|"/g;

/** The lines of the objects in the list called `items` at the top; in order. Linear in the text. */
export function itemLines(lines: readonly string[]): LineRange[] {
  const ranges: LineRange[] = [];
  let depth = 0;
  let isInString = false;
  /** Behind `"items"`, until its list begins. */
  let key = '';
  let keyStart = 0;
  let listDepth: number | null = null;
  let start = 0;
  for (const [index, text] of lines.entries()) {
    let column = 0;
    for (;;) {
      const pattern = isInString ? IN_STRING : TOKEN;
      pattern.lastIndex = column;
      const match = pattern.exec(text);
      if (match === null) break;
      column = pattern.lastIndex;
      const token = match[0];
      if (token.startsWith('\\')) continue;
      if (token === '"') {
        if (isInString && depth === 1) key = text.slice(keyStart, match.index);
        isInString = !isInString;
        keyStart = column;
      } else if (token === '{' || token === '[') {
        depth += 1;
        if (token === '[' && depth === 2 && key === 'items') listDepth = depth;
        if (token === '{' && listDepth !== null && depth === listDepth + 1) start = index + 1;
      } else {
        if (token === '}' && listDepth !== null && depth === listDepth + 1) {
          ranges.push({ startLine: start, endLine: index + 1 });
        }
        if (token === ']' && depth === listDepth) listDepth = null;
        depth -= 1;
      }
    }
  }
  return ranges;
}
