import { describe, expect, it } from 'vitest';
import { toReadingText } from '../../../main/shared/text/reading.ts';
import { lineAccount, readFixture } from '../../support/read-import.ts';
import { inWords } from '../../support/in-words.ts';

describe('a WordPress export', () => {
  const blog = readFixture('wxr/coast-blog.xml');
  const [ferry, page] = blog.articles;

  it('gives its posts and pages', () => {
    expect(blog.head.format).toBe('wxr');
    expect(blog.head.problems).toEqual([]);
    expect(blog.articles).toHaveLength(2);
    expect(ferry).toMatchObject({
      title: 'The noon ferry',
      byline: 'Ada Nowak',
      origin: 'Coast & Quay',
      url: 'https://coast.example/2024/the-noon-ferry/',
      lang: 'en-GB',
      published: '2024-03-05T09:30:00.000Z',
      tags: ['Harbours', 'ferries'],
      excerpt: 'A boat and a book.',
      truncated: false,
    });
  });

  it('accounts for every line, and lists what is no article', () => {
    expect(lineAccount(blog).every((times) => times === 1)).toBe(true);
    const reasons = blog.head.unassigned.map(({ reason }) => reason);
    expect(inWords(reasons)).toContain(
      'An uploaded file: https://coast.example/wp-content/quay-31.jpg',
    );
    expect(inWords(reasons)).toContain('An entry of a menu.');
    expect(inWords(blog.head.evidence)).toEqual([
      'It is a WordPress export of 2 posts and pages, 1 uploaded file, 1 comment.',
    ]);
  });

  it('has paragraphs where its writer left blank lines, and shortcodes as what they show', () => {
    const text = toReadingText(ferry?.markdown ?? '');
    expect(text).toMatch(/^The ferry crosses the sound at noon\.\n\nIt crosses again at dusk,\n/);
    expect(text).toContain('[the ferryman] keeps *a book* of it.');
    expect(text).toContain('Lamps on the quay');
    expect(text).toContain('What a plugin wraps stays.');
    expect(text).not.toMatch(/\[(?:caption|gallery|some_plugin)|more-->/);
    expect(ferry?.markdown).toContain('![The quay](https://coast.example/wp-content/quay.jpg)');
    expect(ferry?.markdown).toContain('(https://coast.example/wp-content/quay-31.jpg)');
  });

  it('says what is a draft, and finds a title for what has none', () => {
    expect(page).toMatchObject({
      title: 'A post without a title has its first words.',
      published: null,
    });
    expect(inWords(page?.reasons)).toContain('It is a draft that was not published.');
    expect(page?.markdown).toContain('<https://video.example/1>');
    expect(page?.markdown).toContain('```\n# not a heading\n```');
  });

  it('has its comments as an appendix where they are asked for, spam aside', () => {
    expect(toReadingText(ferry?.markdown ?? '')).not.toContain('I was on that ferry.');
    const [withComments] = readFixture('wxr/coast-blog.xml', { comments: true }).articles;
    const text = toReadingText(withComments?.markdown ?? '');
    expect(text).toMatch(/Comments\n\nBen, 2024-03-06\n\nI was on that ferry\.$/);
    expect(text).not.toContain('pills');
  });
});

describe('a damaged export', () => {
  const file = readFixture('wxr/damaged.xml');

  it('gives all that can be read', () => {
    expect(file.articles.map(({ title }) => title)).toEqual([
      'Whole before',
      'A & B',
      'Never closed',
      'Whole after',
      'Cut off',
    ]);
    const texts = file.articles.map(({ markdown }) => toReadingText(markdown));
    expect(texts[0]).toBe('The text before is whole.');
    expect(texts[1]).toBe('The text of the broken one is read all the same.');
    expect(texts[2]).toContain('Its section has no end.');
    expect(texts[3]).toBe('The text after is whole.');
    expect(texts[4]).toBe('The file ends in the mid');
  });

  it('names the line of each damage', () => {
    const lines = file.head.problems.map(({ line }) => line);
    expect(lines).toEqual([13, 15, 25]);
    expect(lineAccount(file).every((times) => times === 1)).toBe(true);
  });

  it('is unsure of what was damaged alone', () => {
    const unsure = file.articles.filter(({ confidence }) => confidence < 1);
    expect(unsure.map(({ title }) => title)).toEqual(['A & B', 'Never closed', 'Cut off']);
  });
});
