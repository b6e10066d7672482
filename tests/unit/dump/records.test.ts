import { describe, expect, it } from 'vitest';
import { splitDump, type DumpArticle } from '../../../main/core/importers/dump/split.ts';
import { readFixture } from './read-fixture.ts';
import { inWords } from '../../support/in-words.ts';

function articlesOf(name: string): { lines: string[]; articles: DumpArticle[] } {
  const lines = readFixture(`unseen/${name}`);
  const { articles } = splitDump(lines, { fileName: name });
  return { lines, articles: articles.filter((article) => article.parent === null) };
}

function textOf(lines: readonly string[], article: DumpArticle | undefined): string[] {
  return (article?.bodyLines ?? []).flatMap((range) =>
    lines.slice(range.startLine - 1, range.endLine),
  );
}

describe('articles that all stand among the same lines', () => {
  it('have author, publication and day from the lines under their titles', () => {
    const { articles } = articlesOf('coded-documents-en.txt');
    expect(articles.map((one) => [one.byline, one.source, one.published?.value])).toEqual([
      ['Priya Nandakumar', 'Coast & Canal Weekly', '2020-02-11'],
      ['Joan Abel and Rui Teles', 'Coast & Canal Weekly', '2020-02-08'],
      [null, 'Inland Newswire', '2020-02-06'],
      [null, 'Riverside', '2020-02-01'],
      [null, 'Coast & Canal Weekly', '2020-01-28'],
      ['Priya Nandakumar', 'Coast & Canal Weekly', '2020-01-27'],
    ]);
  });

  it('keep their subtitle as text, and none of the lines that recur', () => {
    const { lines, articles } = articlesOf('share-cards-en.txt');
    const text = textOf(lines, articles[0]);
    expect(text[0]).toBe('On hope, rivets and municipal bonds');
    expect(text).not.toContain('The museum of unfinished bridges');
    expect(text.join('\n')).not.toMatch(/Share this post|Copy link|example\.org/u);
  });

  it('say why their titles are titles', () => {
    const { articles } = articlesOf('minutos-de-lectura-es.txt');
    for (const one of articles) expect(inWords(one.reasons[0])).toContain('records of this file');
  });

  it('don’t take the head and the foot of the page for articles', () => {
    expect(articlesOf('ingezonden-nl.txt').articles.at(-1)?.title).toBe(
      'Een brug te ver naar links',
    );
    expect(articlesOf('end-of-document-en.txt').articles[0]?.title).toBe(
      'Ferry replacement to enter service in June',
    );
  });
});

describe('days of other calendars', () => {
  it('are told in the common one', () => {
    expect(articlesOf('blog-fa.txt').articles[0]?.published?.value).toBe('2019-03-04');
    expect(articlesOf('khao-th.txt').articles[0]?.published?.value).toBe('2019-03-04');
    expect(articlesOf('blog-he.txt').articles[0]?.published?.value).toBe('2019-03-04');
  });
});
