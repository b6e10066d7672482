/** Where a text stops being JSON (RFC 8259): runtimes don't say it, or only in some versions. */

const TOKEN =
  /\s*(?:([{[])|([}\]])|(,)|(:)|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-f]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)(?![\w.]))/iy;

type Expected = 'value' | 'key' | 'colon' | 'end';

/** The offset of the first token that doesn't fit, in UTF-16 code units; null for whole JSON. */
export function jsonDamage(text: string): number | null {
  const open: string[] = [];
  let expected: Expected = 'value';
  let mayEnd = false;
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const start = at + (/^\s*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0);
    if (match === null) {
      return start >= text.length && open.length === 0 && expected === 'end' ? null : start;
    }
    const [, opening, closing, comma, colon, string] = match;
    at = TOKEN.lastIndex;
    if (closing !== undefined) {
      const fits = (expected === 'end' || mayEnd) && open.pop() === (closing === '}' ? '{' : '[');
      if (!fits) return start;
      expected = 'end';
    } else if (comma !== undefined) {
      if (expected !== 'end' || open.length === 0) return start;
      expected = open.at(-1) === '{' ? 'key' : 'value';
    } else if (colon !== undefined) {
      if (expected !== 'colon') return start;
      expected = 'value';
    } else if (expected === 'key') {
      if (string === undefined) return start;
      expected = 'colon';
    } else if (expected !== 'value') {
      return start;
    } else if (opening !== undefined) {
      open.push(opening);
      expected = opening === '{' ? 'key' : 'value';
    } else {
      expected = 'end';
    }
    mayEnd = opening !== undefined;
  }
}
