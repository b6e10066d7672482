import { describe, expect, it } from 'vitest';
import { linesOfQuote } from '../../../main/core/notes/quote-lines.ts';

const around = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });

describe('the lines of a passage in its file', () => {
  it('are found however the lines are broken', () => {
    const lines = ['The ferry', '', 'The ferry crosses the', 'sound at noon, with', 'two cars.'];
    expect(linesOfQuote(lines, 11, around('crosses the sound at noon'))).toEqual({
      startLine: 13,
      endLine: 14,
    });
  });

  it('are found between tags, over several lines too, entities and addresses of links', () => {
    const html = [
      '<p>The <a',
      '  href="https://example.org/ferry">ferry</a>&rsquo;s',
      '<em>bell</em> rang &#8212; twice.</p>',
    ];
    expect(linesOfQuote(html, 1, around('ferry’s bell rang'))).toEqual({
      startLine: 2,
      endLine: 3,
    });
    const markdown = ['It is [the ferry](https://example.org/a) that', 'waits.'];
    expect(linesOfQuote(markdown, 1, around('the ferry that waits'))).toEqual({
      startLine: 1,
      endLine: 2,
    });
  });

  it('are those of the words in their surroundings where the words stand twice', () => {
    const lines = ['In May the bell rang.', 'In June the bell rang.'];
    expect(linesOfQuote(lines, 1, around('the bell rang', 'In June '))).toEqual({
      startLine: 2,
      endLine: 2,
    });
    expect(linesOfQuote(lines, 1, around('the bell rang'))).toBeNull();
  });

  it('are not told of words that are not there, or of signs alone', () => {
    expect(linesOfQuote(['The bell rang.'], 1, around('the horn'))).toBeNull();
    expect(linesOfQuote(['The bell rang.'], 1, around('.'))).toBeNull();
  });

  it('are found in texts that show what looks like a tag', () => {
    const lines = ['Write <title> into', 'the head, then <b> and </b>.'];
    expect(linesOfQuote(lines, 1, around('Write <title> into the head'))).toEqual({
      startLine: 1,
      endLine: 2,
    });
  });
});
