/** Whatever tree a page is, its visible text comes through Markdown to the reader. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../../main/core/importers/html/page-text.ts';
import { parseFragment } from '../../../main/core/importers/html/parse.ts';
import { htmlToMarkdown } from '../../../main/core/importers/html/to-markdown.ts';
import { NO_IMAGES } from '../../../main/core/importers/images-beside.ts';
import { toReadingText } from '../../../main/shared/text/reading.ts';

const NOWHERE = { base: null, pageName: 'page.html', beside: NO_IMAGES };

/** Words with everything that means something in Markdown or HTML. */
const WORD = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('word', 'Ein', 'слово', '漢字', 'e\u0301', '3', '🙂') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '*a*',
      '_b_',
      '**',
      '__',
      '`c`',
      '``',
      '# h',
      '- item',
      '1. one',
      '1)',
      '> q',
      '---',
      '***',
      '[x](y)',
      '![i](j)',
      '[^1]',
      '[ref]: x',
      '&lt;b>',
      '&amp;amp;',
      '&amp;nbsp;',
      '|',
      '\\',
      '~~s~~',
      'www.example.org',
      'http://example.org/a_b_c',
      'a@example.org',
      '$1',
      '===',
      '+ plus',
      '\u00a0',
      '“q”',
      '!',
      '.',
      '(',
      ')',
      '~',
      '^',
      '=',
      ':',
      '://',
      '&lt;!--',
      '&lt;br>',
      '“',
      '。',
      '「',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }).map(escaped) },
);
const SPACE = fc.constantFrom(' ', ' ', '\n', '', '  ');
const TEXT = fc
  .array(fc.tuple(WORD, SPACE), { minLength: 1, maxLength: 6 })
  .map((words) => words.map(([word, space]) => word + space).join(''));

function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

const { blocks } = fc.letrec<{ phrasing: string; line: string; block: string; blocks: string }>(
  (tie) => ({
    phrasing: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      { weight: 4, arbitrary: TEXT },
      wrapped('b em i strong u del span font mark sub sup code small q var cite', tie('line')),
      tie('line').map((line) => `<a href="https://example.org/x">${line}</a>`),
      fc.constant('<br>'),
      fc.constant('<wbr>'),
      fc.constant('<img src="https://example.org/i.png" alt="nothing to read">'),
    ),
    line: fc.array(tie('phrasing'), { maxLength: 4 }).map((parts) => parts.join('')),
    block: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      { weight: 3, arbitrary: wrapped('p', tie('line')) },
      tie('line'),
      wrapped('h2 h3 div pre', tie('line')),
      wrapped('div section blockquote article center b a em font details', tie('blocks')),
      list(tie('blocks')),
      fc.tuple(tie('line'), tie('blocks')).map(([t, d]) => `<dl><dt>${t}</dt><dd>${d}</dd></dl>`),
      table(tie('line')),
      table(tie('blocks')),
      tie('line').map((line) => `<figure><figcaption>${line}</figcaption></figure>`),
      fc.constant('<hr>'),
      fc.constant('<script>alert("not read")</script><style>p{}</style>'),
    ),
    blocks: fc.array(tie('block'), { maxLength: 4 }).map((parts) => parts.join('')),
  }),
);

function wrapped(names: string, content: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...names.split(' ')), content)
    .map(([name, inner]) => `<${name}>${String(inner)}</${name}>`);
}

function list(item: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('ul', 'ol', 'ol start="7"'), fc.array(item, { maxLength: 3 }))
    .map(([tag, items]) => {
      const inner = items.map((each) => `<li>${String(each)}</li>`).join('\n');
      return `<${tag}>${inner}</${tag.slice(0, 2)}>`;
    });
}

function table(cell: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows) => {
      const inner = rows.map((row) => row.map((each) => `<td>${String(each)}</td>`).join(''));
      return `<table>${inner.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
    });
}

/** Without white space, which HTML and Markdown fold each in their way, and quotes that `q` adds. */
function bare(text: string): string {
  return text.replace(/[\s"\u200b]+/gu, '');
}

describe('HTML to Markdown', () => {
  it('keeps all visible text, in order', () => {
    fc.assert(
      fc.property(blocks, (html) => {
        const visible = paragraphsOf(parseFragment(html).tree).join('');
        const { markdown } = htmlToMarkdown(parseFragment(html).tree, NOWHERE);
        expect(bare(toReadingText(markdown))).toBe(bare(visible));
      }),
      { numRuns: Number(process.env['LECTERN_PROPERTY_RUNS'] ?? 400) },
    );
  });

  it('keeps words apart that stand in different blocks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('p', 'div', 'li', 'h3', 'blockquote', 'td', 'dd'), {
          minLength: 2,
          maxLength: 5,
        }),
        fc.constantFrom('', 'b', 'a', 'span', 'em', 'section'),
        (names, around) => {
          const html = names.map((name, at) => nested(name, `word${at}end`)).join('');
          const whole = around === '' ? html : `<${around} href="x">${html}</${around}>`;
          const { markdown } = htmlToMarkdown(parseFragment(whole).tree, NOWHERE);
          expect(toReadingText(markdown).split(/\s+/)).toEqual(
            names.map((_, at) => `word${at}end`),
          );
        },
      ),
    );
  });
});

function nested(name: string, text: string): string {
  const inner = `<${name}>${text}</${name}>`;
  if (name === 'li') return `<ul>${inner}</ul>`;
  if (name === 'dd') return `<dl>${inner}</dl>`;
  return name === 'td' ? `<table><tr>${inner}</tr></table>` : inner;
}
