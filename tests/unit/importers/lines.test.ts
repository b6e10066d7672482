import { describe, expect, it } from 'vitest';
import { splitLines } from '../../../main/core/importers/lines.ts';

describe('lines of a text', () => {
  it.each([
    ['', []],
    ['one', ['one']],
    ['one\n', ['one']],
    ['\n', ['']],
    ['one\n\n', ['one', '']],
    ['a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['a\n\rb', ['a', '', 'b']],
    ['a\r\n', ['a']],
    ['form\ffeed\u2028and\u0085more', ['form\ffeed\u2028and\u0085more']],
  ])('splits %j', (text, lines) => {
    expect(splitLines(text)).toEqual(lines);
  });
});
