import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../main/core/importers/read-source.ts';
import { toReadingText } from '../../../main/shared/text/reading.ts';
import { ENGLISH } from '../../../main/shared/messages/translator.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/html');

function readPage(bytes: Uint8Array, name: string) {
  const reading = readSource(() => bytes, `/desk/${name}`, name);
  if (reading.kind === 'refused') throw new Error(ENGLISH.say(reading.message));
  const [article, ...others] = [...reading.articles];
  if (article === undefined || others.length > 0) throw new Error('not one article');
  return { head: reading.head, article };
}

function readFixture(name: string) {
  return readPage(readFileSync(join(FIXTURES, name)), name);
}

function page(body: string, head = '<title>A page of the coast</title>'): Uint8Array {
  return Buffer.from(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
}

const PARAGRAPHS =
  `<p>${'The ferry crosses the sound at noon and again at dusk, every day. '.repeat(4)}</p>`.repeat(
    3,
  );

describe('a saved page', () => {
  it('is one article with what the page says of it', () => {
    const { head, article } = readFixture('article-with-metadata.html');
    expect(head).toMatchObject({ format: 'html', encoding: 'utf-8', problems: [], unassigned: [] });
    expect(article).toMatchObject({
      title: 'The noon ferry',
      startLine: 1,
      endLine: head.lines,
      byline: 'Ada Nowak',
      origin: 'Coast Review',
      url: 'https://coast.example/2024/03/the-noon-ferry/',
      lang: 'en-GB',
      published: '2024-03-05T08:30:00.000Z',
      excerpt: 'A boat, a book and a ferryman who counts.',
    });
  });

  it('keeps the article’s text to the letter and nothing around it', () => {
    const { article } = readFixture('article-with-metadata.html');
    const text = toReadingText(article.markdown);
    expect(text).toContain('"2 * 3 crates [eggs], 1_dog_"');
    expect(text).toContain('# not a heading');
    for (const chrome of ['Subscribe', 'track(', 'color: red', 'Log in', 'Cookies', 'pixel']) {
      expect(article.markdown).not.toContain(chrome);
    }
  });

  it('becomes real Markdown', () => {
    const { markdown } = readFixture('article-with-metadata.html').article;
    expect(markdown).toContain('at **noon** and again at *dusk*');
    expect(markdown).toContain('[the log](https://coast.example/books/log)');
    expect(markdown).toContain('## What the book says');
    expect(markdown).toContain('- Nails, one keg');
    expect(markdown).toMatch(/\| Monday +\| 12 +\|/);
    expect(markdown).toContain('```python\n# not a heading');
    expect(markdown).toContain('> Nobody has counted the lamps');
  });

  it('keeps all of its text where no article stands out, and says so', () => {
    const { head, article } = readFixture('page-without-article.html');
    expect(toReadingText(article.markdown)).toBe('High water 04:10\n\nLow water 10:22');
    expect(article.title).toBe('Tide table');
    if (article.confidence < 1) expect(head.problems).toHaveLength(1);
  });

  it('is read out of a mail message with all its parts', () => {
    const { head, article } = readFixture('saved-page.mhtml');
    expect(head.format).toBe('html');
    expect(article).toMatchObject({
      title: 'Fog until Sunday',
      url: 'https://coast.example/fog',
    });
    expect(article.markdown).toContain('came in at four — and did not leave');
  });

  it('is decoded as it says', () => {
    const text =
      '<meta charset="windows-1251"><title>Паром в полдень</title><p>Туман пришёл в четыре.</p>';
    const { head, article } = readPage(iconv.encode(text, 'windows-1251'), 'a.html');
    expect(head.encoding).toBe('windows-1251');
    expect(article.title).toBe('Паром в полдень');
  });

  it('that says it is Latin-1 means windows-1252, as browsers know', () => {
    const html =
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>“Fog”</title><p>x';
    const { head, article } = readPage(iconv.encode(html, 'windows-1252'), 'a.html');
    expect(head.encoding).toBe('windows-1252');
    expect(article.title).toBe('“Fog”');
  });

  it('is UTF-8 where it is, whatever it says', () => {
    const html = '<meta charset="iso-8859-1"><title>Nebel über März</title><p>x';
    const { head, article } = readPage(Buffer.from(html), 'a.html');
    expect(head.encoding).toBe('utf-8');
    expect(article.title).toBe('Nebel über März');
  });

  it('takes its title from the file’s name where it has none', () => {
    const { article } = readPage(page('<p>words</p>', ''), 'box/noon-ferry.html');
    expect(article.title).toBe('noon ferry');
  });

  it('does not break on markup that nests without end', () => {
    const deep = '<div><b>'.repeat(20_000);
    const { head, article } = readPage(page(`${deep}The lamp is lit.`), 'deep.html');
    expect(toReadingText(article.markdown)).toContain('The lamp is lit.');
    expect(head.problems.some(({ message }) => message.key === 'problem.nestedTags')).toBe(true);
  });

  it('carries nothing that runs, whatever it tries', () => {
    const tricks = `<a href="javascript:alert(1)">j</a><a href=" java&#10;script:alert(2)">k</a>
      <a href="data:text/html,x">d</a><p onclick="alert(3)">on</p><svg onload="alert(4)"></svg>
      <iframe srcdoc="<script>alert(5)</script>"></iframe><object data="x.swf"></object>`;
    const { article } = readPage(page(PARAGRAPHS + tricks + PARAGRAPHS), 'tricks.html');
    expect(article.markdown).not.toMatch(/alert|script:|data:|onclick|<\w/);
  });

  it('names the address that links lead to where its own address is known', () => {
    const head = '<title>Links of the coast</title><base href="https://coast.example/a/">';
    const { article } = readPage(
      page(`${PARAGRAPHS}<p>See <a href="../b?x=1#y">b</a>.</p>`, head),
      'a.html',
    );
    expect(article.markdown).toContain('[b](https://coast.example/b?x=1#y)');
  });
});
