import fc from 'fast-check';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { PhrasingContent } from 'mdast';
import { expect, it } from 'vitest';
import { plainMarkdown } from '../../../main/core/importers/dump/plain-markdown.ts';

const PIECES =
  'a|ferry|Öl|é|海|и|1|2024|.|,|:|;|-|–|—|!|?|(|)|"|\'|“|”|/|%|$| |  |www|http|https|mailto|ftp|x@y.org|#|&|<|>|*|_|[|]|\\|`|~|+|=|||\t';
const line = fc
  .array(fc.constantFrom(...PIECES.split('|'), '|'), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => text !== '');

it('plain paragraphs and verses are written as the serialiser writes them', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const written = plainMarkdown(lines);
      if (written === null) return;
      plain += 1;
      const children = lines.flatMap((value, at): PhrasingContent[] =>
        at === 0 ? [{ type: 'text', value }] : [{ type: 'break' }, { type: 'text', value }],
      );
      const root = { type: 'root' as const, children: [{ type: 'paragraph' as const, children }] };
      const expected = toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-', rule: '-' });
      expect(`${written}\n`).toBe(expected);
    }),
    { numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(200);
});
