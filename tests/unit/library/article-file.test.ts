import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { fromArticleFile, toArticleFile } from '../../../main/core/library/article-file.ts';
import { makeArticle } from '../../support/entities.ts';

const article = makeArticle('abc', {
  title: 'A title: with "quotes", a #hash\nand a line --- break',
  byline: 'Ann Author',
  dateline: 'BEIJING, Jan. 18 (Xinhua)',
  published: '2020-01-18',
  startLine: 1,
  endLine: 355,
});

describe('an article’s file', () => {
  it('begins with front matter that other programs can read', () => {
    const [, yaml] = toArticleFile(article, 'dump.txt', 'Words.').split('---\n');
    expect(parse(yaml ?? '')).toEqual({
      id: 'abc',
      title: article.title,
      author: 'Ann Author',
      published: '2020-01-18',
      dateline: 'BEIJING, Jan. 18 (Xinhua)',
      source: 'dump.txt',
      sourceId: article.sourceId,
      lines: '1-355',
      version: 1,
    });
  });

  it.each([
    ['plain', 'Some words.\n'],
    ['empty', ''],
    ['that begins with a rule', '---\n\nWords after a rule.\n\n---\n\nMore.'],
    ['that begins with front matter of its own', '---\nid: other\ntitle: x\n---\n\nWords.'],
    ['that begins with blank lines', '\n\n\nWords.'],
    ['that quotes our front matter', 'Words.\n\n---\nid: abc\n---\n'],
  ])('gives back a body %s', (_, body) => {
    expect(fromArticleFile('abc', toArticleFile(article, null, body))).toBe(body);
  });

  it('without front matter is all body', () => {
    expect(fromArticleFile('abc', 'Words.\n')).toBe('Words.\n');
    expect(fromArticleFile('abc', '---\n\nWords after a rule.\n\n---\n')).toBe(
      '---\n\nWords after a rule.\n\n---\n',
    );
    expect(fromArticleFile('abc', '---\nid: abc\nno end')).toBe('---\nid: abc\nno end');
  });

  it('keeps broken YAML out of the text', () => {
    expect(fromArticleFile('abc', '---\nid: abc\ntitle: "open\n---\n\nWords.')).toBe('Words.');
  });

  it('may have been saved with a byte order mark and other line ends', () => {
    const file = toArticleFile(article, null, 'One.\n\nTwo.\n').replaceAll('\n', '\r\n');
    expect(fromArticleFile('abc', `\uFEFF${file}`)).toBe('One.\n\nTwo.\n');
  });

  it('is ours also where the id looks like a number', () => {
    for (const id of ['123', '1e5', 'null', 'true', '0x1f', '2020-01-01']) {
      expect(fromArticleFile(id, toArticleFile({ ...article, id }, null, 'Words.'))).toBe('Words.');
    }
  });
});
