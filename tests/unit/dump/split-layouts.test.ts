import { describe, expect, it } from 'vitest';
import {
  splitDump,
  type Dateline,
  type PublishedDate,
} from '../../../main/core/importers/dump/split.ts';
import { readFixture } from './read-fixture.ts';
import { expectTiling } from './tiling.ts';
import { inWords } from '../../support/in-words.ts';

function topTitles(lines: readonly string[], markdown = false): string[] {
  const split = splitDump(lines, { markdown });
  expectTiling(split, lines.length);
  return split.articles
    .filter((article) => article.parent === null)
    .map((article) => article.title);
}

describe('a category page without marks between its posts', () => {
  const lines = readFixture('category-page-with-reprints.txt');
  const split = splitDump(lines);
  const posts = split.articles.filter((article) => article.parent === null);

  it('is cut at the titles that teasers repeat and at those known by their form', () => {
    expect(topTitles(lines)).toEqual([
      'Harbour towns mark forty years of the ferry treaty',
      'Why the old lock will not be rebuilt',
      'Has the council forgotten its own bakery?',
      'A choir of retired captains sings in Lisbeth',
    ]);
  });

  it('marks the posts that a teaser cuts', () => {
    expect(posts.map((post) => post.truncated)).toEqual([false, true, true, false]);
  });

  it('keeps reprints inside their post, with dateline, agency and an inferred year', () => {
    const reprints = split.articles.filter((article) => article.parent === 0);
    expect(reprints.map((reprint) => reprint.title)).toEqual([
      'Councils pledge cheaper crossings for students',
      'Port Aven opens its archive of crossings',
    ]);
    expect(reprints[0]?.dateline).toEqual({
      text: 'LISBETH, Mar. 18 (Coastal)',
      place: 'LISBETH',
      date: '2021-03-18',
      agency: 'Coastal',
    } satisfies Dateline);
    expect(reprints[0]?.source).toBe('Coastal News Agency');
    const published: PublishedDate | null = reprints[0]?.published ?? null;
    expect(published?.inferred).toBe(true);
    expect(inWords(published?.evidence)).toContain('2021');
  });

  it('says why each boundary is there, in words', () => {
    expect(String(inWords(posts[1]?.reasons))).toContain('teaser');
    for (const post of posts) expect(post.reasons.length).toBeGreaterThan(0);
  });

  it('keeps the teaser line as text', () => {
    const last = posts[1]?.bodyLines.at(-1)?.endLine ?? 0;
    expect(lines[last - 1]).toBe('Continue reading Why the old lock will not be rebuilt');
  });
});

describe('other layouts', () => {
  it('reads blocks of fields in German, and leaves fields in the text alone', () => {
    const lines = readFixture('felder-und-kasten.txt');
    expect(topTitles(lines)).toEqual([
      'Die Laterne am Hafen brennt wieder',
      'Ein Archiv zieht um',
      'Markt ohne Münzen',
    ]);
    const [first] = splitDump(lines).articles;
    expect(first?.byline).toBe('Anna Krüger');
    expect(first?.published).toMatchObject({ value: '2021-03-03', inferred: false });
    expect(first?.bodyLines[0]?.startLine).toBe(5);
  });

  it('reads exports that count their documents', () => {
    const lines = readFixture('documents-export.txt');
    expect(topTitles(lines)).toEqual([
      'Fishermen ask for a second lighthouse',
      'Silo company offers to paint a lighthouse on its wall',
      'Council buys a very long lamp post',
    ]);
    const [first] = splitDump(lines).articles;
    expect(first).toMatchObject({ byline: 'IDA MARLOW', source: 'The Lisbeth Gazette' });
    expect(first?.published?.value).toBe('2021-03-03');
  });

  it('reads numbered titles behind a table of contents, which is no article', () => {
    const lines = readFixture('numbered-with-contents.txt');
    expect(topTitles(lines)).toEqual([
      'Le bac ne part plus le lundi',
      'Une boulangerie sous la mairie',
      'La rivière change de lit',
    ]);
    const reasons = splitDump(lines).unassigned.map((range) => range.reason);
    expect(inWords(reasons)).toContain('table of contents');
    expect(inWords(reasons)).toContain('preamble of the file');
  });

  it('reads Chinese posts that end with a teaser that names nothing', () => {
    const lines = readFixture('teasers-zh.txt');
    expect(topTitles(lines)).toEqual([
      '港口城市纪念渡轮条约四十周年',
      '旧船闸为什么不再重建',
      '退休船长组成合唱团',
    ]);
  });

  it('reads Markdown headings of the level that explains the posts, not those in code', () => {
    const lines = readFixture('posts-with-fences.md');
    expect(topTitles(lines, true)).toEqual([
      'A lamp that counts ships',
      'The second lamp',
      '2021-05-01 Meeting of the lamp group',
    ]);
  });
});

describe('a file with one article', () => {
  it('is one article, named by its first heading or short line', () => {
    expect(topTitles(['# One lamp', '', 'It burns all night.'], true)).toEqual(['One lamp']);
    expect(topTitles(['One old lamp by the sea', '', 'It burns all night.'])).toEqual([
      'One old lamp by the sea',
    ]);
  });

  it('keeps its inner headings, whatever they are marked with', () => {
    const text = 'The council met and talked about the harbour, the ferry and the bread. '.repeat(
      6,
    );
    const parts = ['First part', 'The second part of it', 'Third part'];
    const plain = (mark: (part: string) => string[]): string[] => [
      ...['An article of one piece', '', text, ''],
      ...parts.flatMap((part) => [...mark(part), '', text, '']),
    ];
    expect(topTitles(plain((part) => [part]))).toHaveLength(1);
    expect(topTitles(plain((part) => [part, '-------']))).toHaveLength(1);
    expect(topTitles(plain((part) => [`**${part}**`]))).toHaveLength(1);
    expect(
      topTitles(
        plain((part) => [`## ${part}`]),
        true,
      ),
    ).toHaveLength(1);
  });

  it('has its title from its front matter, also over headings of the first level', () => {
    const lines = [
      '---',
      'title: One lamp',
      'date: 2021-01-02',
      '---',
      '',
      '# A',
      '',
      'Text.',
      '',
      '# B',
      '',
      'Text.',
    ];
    expect(topTitles(lines, true)).toEqual(['One lamp']);
  });

  it('is named by the file where no line looks like a title', () => {
    const long = 'It burns all night and nobody has ever seen who lights it. '.repeat(8).trim();
    const split = splitDump([long], { fileName: 'notes/lamp.of.lisbeth.txt' });
    expect(split.articles.map((article) => article.title)).toEqual(['lamp.of.lisbeth']);
    expectTiling(split, 1);
  });

  it('has no articles when it has no text', () => {
    expect(splitDump([]).articles).toEqual([]);
    const split = splitDump(['', '  ', '']);
    expect(split.articles).toEqual([]);
    expectTiling(split, 3);
  });
});
