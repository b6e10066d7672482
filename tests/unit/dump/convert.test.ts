import { describe, expect, it } from 'vitest';
import type { DumpArticle } from '../../../main/core/importers/dump/split.ts';
import { convertDumpArticle } from '../../../main/core/importers/dump/convert.ts';
import { splitDump } from '../../../main/core/importers/dump/split.ts';
import { readFixture } from './read-fixture.ts';

function articleOver(lines: readonly string[]): DumpArticle {
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

function convert(...lines: string[]): string {
  return convertDumpArticle(lines, articleOver(lines), [], { markdown: false });
}

describe('text becomes Markdown', () => {
  it('escapes what would mean something in Markdown', () => {
    expect(convert('1. *not* a [list] <b>')).toBe('1\\. \\*not\\* a \\[list] \\<b>\n');
  });

  it('makes lists of bullets, set apart or not, with a line before them', () => {
    expect(convert('• one', '• two', '', '• three')).toBe('- one\n- two\n- three\n');
    expect(convert('The aims are:', '- one', '- two')).toBe('The aims are:\n\n- one\n- two\n');
  });

  it('joins hard-wrapped lines and keeps the lines of a poem', () => {
    const wrapped = convert(
      'The lamp at the end of the mole burns all night and nobody knows who',
      'lights it, although the whole of Lisbeth has been asked more than once',
      'and twice in writing.',
    );
    expect(wrapped.trim().split('\n')).toHaveLength(1);
    expect(convert('The lamp burns,', 'the sea turns,', 'and I stay')).toBe(
      'The lamp burns,\\\nthe sea turns,\\\nand I stay\n',
    );
  });

  it('makes quotes, code and rules', () => {
    expect(convert('> said he', '> and left')).toContain('> said he');
    expect(convert('```sh', '# no heading', '```')).toBe('```sh\n# no heading\n```\n');
    expect(convert('one', '', '* * *', '', 'two')).toBe('one\n\n---\n\ntwo\n');
  });

  it('sets the speakers of an interview in bold', () => {
    const markdown = convert('Reporter: Why?', '', 'Mayor: Because.', '', 'Reporter: Thanks.');
    expect(markdown).toContain('**Reporter:** Why?');
  });

  it('makes headings of underlined lines', () => {
    expect(convert('Our plan', '--------', '', 'There is none.')).toBe(
      '## Our plan\n\nThere is none.\n',
    );
  });
});

describe('articles of a dump', () => {
  it('show their reprints under headings', () => {
    const lines = readFixture('category-page-with-reprints.txt');
    const { articles } = splitDump(lines);
    const [first] = articles;
    if (!first) throw new Error('no article');
    const markdown = convertDumpArticle(
      lines,
      first,
      articles.filter((one) => one.parent === 0),
    );
    expect(markdown).toContain('## Councils pledge cheaper crossings for students\n');
    expect(markdown).toContain('**Reporter:** What surprised you most?');
  });

  it('keep the Markdown of a Markdown dump unchanged', () => {
    const lines = readFixture('posts-with-fences.md');
    const { articles } = splitDump(lines, { markdown: true });
    const second = articles[1];
    if (!second) throw new Error('no second article');
    expect(convertDumpArticle(lines, second, [])).toBe(
      '- one\n- two\n\n> Quoted, and left as it is.\n',
    );
  });
});
