import { describe, expect, it } from 'vitest';
import { plainMarkdown, quoteMarkdown } from '../../../main/core/export/quote-markdown.ts';
import { toReadingText } from '../../../main/shared/text/reading.ts';

describe('a quote', () => {
  it('has each of its paragraphs behind a mark', () => {
    expect(quoteMarkdown('One.\n\nTwo.')).toBe('> One.\n>\n> Two.');
  });

  it('keeps its line breaks', () => {
    expect(quoteMarkdown('first line\nsecond line')).toBe('> first line\\\n> second line');
  });

  it.each([
    '# no heading',
    '- no item',
    '1. no number',
    '> no quote',
    'a *b* _c_ `d` ~~e~~ [f](g) ![h](i)',
    '<b>no tag</b> &amp; no entity',
    '    no code',
    '==no highlight== %%no comment%% $no formula$ #no-tag ^no-block',
    '[[no link]] ![[no embed]]',
    '| no | table |\n| - | - |',
    'www.example.org and https://example.org/a_b_c and a@example.org',
    'back\\slash \\* at the end\\',
    '---',
    'one\n===',
    '[^1]: no footnote',
  ])('reads as the words that were marked: %j', (text) => {
    expect(toReadingText(quoteMarkdown(text))).toBe(text);
  });

  it('holds no mark of Obsidian that is not escaped', () => {
    expect(quoteMarkdown('==a== %%b%% $c$ #d ^e [[f]]')).toBe(
      String.raw`> \==a\=\= \%\%b\%\% \$c\$ \#d \^e \[\[f]]`,
    );
  });

  it('is a single line for a title', () => {
    expect(plainMarkdown('A *title*\nwith #marks')).toBe(String.raw`A \*title\* with \#marks`);
  });
});
