import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { splitLines } from '../../../main/core/importers/lines.ts';
import { readFrontMatter } from '../../../main/core/importers/markdown/front-matter.ts';

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !text.startsWith('[['));

it('reads back the words that were written', () => {
  fc.assert(
    fc.property(words, words, fc.array(words), (title, author, tags) => {
      const fields = { title, author, tags };
      const lines = splitLines(`---\n${stringify(fields, { lineWidth: 0 })}---\nText.\n`);
      const block = readFrontMatter(lines);
      expect(block?.problems).toEqual([]);
      expect(block?.values).toMatchObject({ title, byline: author });
      expect(block?.endLine).toBe(lines.length - 1);
      for (const tag of block?.values.tags ?? []) expect(tags.join('\n')).toContain(tag);
    }),
  );
});

it('never fails', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('---', '+++', 'title: a', '- b', '  c: [', '...'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const block = readFrontMatter(['---', ...lines]);
      if (block !== null) expect(block.endLine).toBeLessThanOrEqual(lines.length + 1);
    }),
  );
});

it('never fails on TOML and JSON either', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('+++', '}', '"title": "a"', 'title = "a"', 'date = 2021-01-01', '[extra]'),
  );
  fc.assert(
    fc.property(fc.constantFrom('+++', '{'), fc.array(line, { maxLength: 12 }), (fence, lines) => {
      const block = readFrontMatter([fence, ...lines]);
      if (block !== null) expect(block.endLine).toBeLessThanOrEqual(lines.length + 1);
    }),
  );
});
