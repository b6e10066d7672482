import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DumpArticle } from '../../../main/core/importers/dump/split.ts';
import { convertDumpArticle } from '../../../main/core/importers/dump/convert.ts';
import { splitDump } from '../../../main/core/importers/dump/split.ts';
import { toReadingText } from '../../../main/shared/text/reading.ts';
import { generateDump } from './generate.ts';

/** Text without white space, as the guarantee reads. */
function dense(text: string): string {
  return text.replace(/[\s\ufeff]+/gu, '');
}

function wholeText(lines: readonly string[]): DumpArticle {
  return {
    title: 'Any',
    startLine: 1,
    endLine: lines.length,
    truncated: false,
    parent: null,
    confidence: 1,
    reasons: [],
    byline: null,
    source: null,
    url: null,
    tags: [],
    published: null,
    dateline: null,
    bodyLines: [{ startLine: 1, endLine: lines.length }],
  };
}

const NASTY = [
  ...['*not bold*', '__init__', '# no heading', '1. no list', '1) no list', '+ plus', '| a | b |'],
  ...[
    '[x](y)',
    '![x](y)',
    '[^1]: note',
    '[^1]',
    '[a]: http://b',
    '&amp; &copy; &#35;',
    '<div>',
    '</b>',
  ],
  ...[
    '`code`',
    '``',
    '~~gone~~',
    '~',
    'a\\b',
    '\\*',
    'http://a.b/c_d_e',
    'www.example.com',
    'x@y.example',
  ],
  ...[
    'a | b',
    '$x_1$',
    '{{x}}',
    '%s',
    '"quoted"',
    "it's",
    '…',
    '—',
    '\u200b',
    '\u202etxet',
    '😀',
    'é',
  ],
  ...[
    '田中さんにあげて',
    'الكل في',
    '𝕳𝖊𝖑𝖑𝖔',
    '   lead',
    'trail   ',
    'two  spaces',
    'tab\there',
    '<!-- c -->',
  ],
  ...[
    '<script>alert(1)</script>',
    '===',
    '***bold***',
    '- - x',
    ':smile:',
    'a:b',
    'C:\\dir',
    '--flag',
    '-1',
  ],
];

const nasty = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 24 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' ').replace(/[\0\r\n]/gu, ' '));

/** Marks that conversion takes off on purpose: of lists, quotes, fences and rules. */
function isPlain(line: string): boolean {
  return (
    !/^\s*(?:[-*+•‣▪◦●○∙·–—>]|`{3}|~{3}|[=_~#.]{3})/u.test(line) && !/^[^\p{L}\p{N}]*$/u.test(line)
  );
}

describe('the reading text is the source’s text, white space aside', { timeout: 60_000 }, () => {
  it('for paragraphs of whatever characters', () => {
    const lines = fc.array(nasty.filter(isPlain), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.boolean(), (paragraphs, apart) => {
        const source = apart ? paragraphs.flatMap((line) => [line, '']) : paragraphs;
        const markdown = convertDumpArticle(source, wholeText(source), [], { markdown: false });
        expect(dense(toReadingText(markdown))).toBe(dense(source.join('')));
      }),
      { numRuns: 800 },
    );
  });

  it('for the articles of generated dumps', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (seed) => {
        const dump = generateDump(seed);
        const { articles } = splitDump(dump.lines);
        for (const [index, article] of articles.entries()) {
          const children = articles.filter((one) => one.parent === index);
          const markdown = convertDumpArticle(dump.lines, article, children, { markdown: false });
          const source = article.bodyLines
            .flatMap((range) => dump.lines.slice(range.startLine - 1, range.endLine))
            .filter((line) => !/^\s*(?:[=*_~#-]\s*){3,}$/u.test(line) && !line.startsWith('```'))
            .map((line) => line.replace(/^\s*[•>]\s*/u, ''));
          expect(dense(toReadingText(markdown))).toBe(dense(source.join('')));
        }
      }),
      { numRuns: 25 },
    );
  });
});
