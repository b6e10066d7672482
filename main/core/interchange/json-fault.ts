/** Where a text stops being JSON (RFC 8259): engines tell it in words that differ, or not at all. */

const SPACE = /[ \t\r\n]*/y;
const SCALAR =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const KEY = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"[ \t\r\n]*:/y;

/** 1-based; of a text that is JSON, its end. */
export function jsonFault(text: string): { line: number; column: number } {
  const at = faultIn(text);
  const before = text.slice(0, at).split(/\r\n|\r|\n/u);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function faultIn(text: string): number {
  const open: ('{' | '[')[] = [];
  let at = 0;
  /** Whether what comes next may be the end of what is open: right after it was opened, or after a value. */
  let state: 'value' | 'first' | 'after' = 'value';
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    take(SPACE);
    const inside = open.at(-1);
    const sign = text[at];
    const closes = (inside === '{' && sign === '}') || (inside === '[' && sign === ']');
    if (state !== 'value' && closes) {
      open.pop();
      at += 1;
      state = 'after';
      continue;
    }
    if (state === 'after') {
      if (inside === undefined || sign !== ',') return at;
      at += 1;
      state = 'value';
      continue;
    }
    if (inside === '{') {
      if (!take(KEY)) return at;
      take(SPACE);
    }
    const opens = text[at];
    if (opens === '{' || opens === '[') {
      open.push(opens);
      at += 1;
      state = 'first';
    } else if (take(SCALAR)) state = 'after';
    else return at;
  }
}
