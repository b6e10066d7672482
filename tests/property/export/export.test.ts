import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNames } from '../../../main/core/export/file-names.ts';
import { plainMarkdown, quoteMarkdown } from '../../../main/core/export/quote-markdown.ts';
import { toObsidianTag } from '../../../main/core/export/tag-name.ts';
import { toReadingText } from '../../../main/shared/text/reading.ts';

const mark = fc.constantFrom(
  ...[
    '#',
    '*',
    '_',
    '`',
    '~',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '|',
    '\\',
    '&',
    '$',
    '%',
    '=',
    '^',
  ],
  ...['-', '+', '1.', 'http://a.b', 'a@b.c', '&amp;', '<!--', ':', 'word', 'Wort', '字'],
);
const line = fc
  .array(fc.tuple(mark, fc.constantFrom('', ' ')), { minLength: 1, maxLength: 20 })
  .map((parts) => parts.flat().join('').trim());
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const passage = fc
  .array(paragraph, { minLength: 1, maxLength: 4 })
  .map((paragraphs) => paragraphs.join('\n\n'));

describe('a quoted passage', () => {
  it('reads as what was marked', () => {
    fc.assert(
      fc.property(passage, (text) => {
        expect(toReadingText(quoteMarkdown(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('is a quote in each of its lines', () => {
    fc.assert(
      fc.property(passage, (text) => {
        for (const each of quoteMarkdown(text).split('\n')) expect(each).toMatch(/^>/);
      }),
    );
  });

  it('reads the same as a title', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(toReadingText(`# ${plainMarkdown(text)}`)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('file names', () => {
  const titles = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('Fog', 'fog', 'FOG', 'con', '', 'Fog id1', 'Straße', 'STRASSE'),
    ),
    { maxLength: 20 },
  );

  it('are different, short and safe', () => {
    fc.assert(
      fc.property(titles, (all) => {
        const names = [...fileNames(all.map((title, at) => ({ id: `id${at}`, title }))).values()];
        const folded = names.map((name) => name.normalize('NFC').toLowerCase());
        expect(new Set(folded).size).toBe(all.length);
        for (const name of names) {
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
          // oxlint-disable-next-line no-control-regex -- they are what must not be there
          expect(name).not.toMatch(/[<>:"/\\|?*\x00-\x1f]|^\.|[. ]\.md$/);
        }
      }),
    );
  });

  it('stay what they are when later articles come', () => {
    fc.assert(
      fc.property(titles, titles, (before, after) => {
        const all = [...before, ...after].map((title, at) => ({ id: `id${at}`, title }));
        const few = fileNames(all.slice(0, before.length));
        const many = fileNames(all);
        for (const [id, name] of few) expect(many.get(id)).toBe(name);
      }),
    );
  });
});

it('a tag is one that Obsidian takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const tag = toObsidianTag(name);
      if (tag !== null) expect(tag).toMatch(/^(?!\d+$)[^\s#,;:.!?()[\]{}'"]+$/u);
    }),
  );
});
