import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fromArticleFile, toArticleFile } from '../../../main/core/library/article-file.ts';
import { toSettings } from '../../../main/core/library/library-file.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../../../main/shared/entities.ts';
import { makeArticle } from '../../support/entities.ts';

const line = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('---', '...', '', 'id: abc', 'title: x', '- a', '\t', '# head', '"', '&a *a !x'),
);
const lines = fc.array(line, { maxLength: 8 }).map((all) => all.join('\n'));

describe('an article’s file', () => {
  it('gives back any body, and front matter that YAML reads as it was meant', () => {
    fc.assert(
      fc.property(lines, lines, fc.option(lines), (title, body, byline) => {
        const article = makeArticle('abc', { title, byline });
        const file = toArticleFile(article, title, body);
        expect(fromArticleFile('abc', file)).toBe(body.replace(/\r\n?/g, '\n'));
        const yaml = file.slice(4, file.indexOf('\n---\n'));
        expect(parse(yaml)).toMatchObject({ id: 'abc', title, source: title });
      }),
      { numRuns: 500 },
    );
  });

  it('can be any text without an error', () => {
    fc.assert(fc.property(lines, (file) => void fromArticleFile('abc', file)));
  });
});

describe('settings', () => {
  it('can be read from anything, and what fits is kept', () => {
    const kept = fc.record(
      {
        theme: fc.oneof(fc.constantFrom('dark', 'light'), fc.anything()),
        textSize: fc.oneof(fc.integer({ min: 10, max: 40 }), fc.anything()),
        other: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(kept, (settings) => {
        const read = toSettings(settings);
        expect(settingsSchema.parse(read)).toEqual(read);
        const theme = settingsSchema.shape.theme.safeParse(settings.theme);
        expect(read.theme).toBe(theme.success ? theme.data : DEFAULT_SETTINGS.theme);
      }),
    );
  });
});
