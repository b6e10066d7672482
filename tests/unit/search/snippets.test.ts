import { describe, expect, it } from 'vitest';
import { matchRanges, snippetsOf } from '../../../main/core/search/snippets.ts';

function shown(text: string, terms: string[]): string[] {
  return matchRanges(text, terms).map(({ start, end }) => text.slice(start, end));
}

describe('match ranges', () => {
  it('marks words as they stand, whatever their case and accents', () => {
    expect(shown('CAFÉ, cafe\u0301 and cafes', ['cafe'])).toEqual(['CAFÉ', 'cafe\u0301']);
  });

  it('marks a joined word once', () => {
    expect(
      shown('on foreign-policy and foreign aid', ['foreignpolicy', 'foreign', 'policy']),
    ).toEqual(['foreign-policy', 'foreign']);
  });

  it('marks overlapping grams as one', () => {
    expect(shown('我们的研究者', ['研究', '究者'])).toEqual(['研究者']);
  });

  it('marks nothing without terms', () => {
    expect(matchRanges('text', [])).toEqual([]);
  });
});

describe('snippets', () => {
  const filler = 'lorem ipsum dolor sit amet '.repeat(40);
  const text = `${filler}the harbour strike began. ${filler}A harbour. ${filler}the strike ended.`;

  it('are passages of the text, cut between words', () => {
    const snippets = snippetsOf(text, ['harbour', 'strike']);
    for (const snippet of snippets) {
      expect(text.slice(snippet.offset, snippet.offset + snippet.text.length)).toBe(snippet.text);
      expect(text[snippet.offset - 1]).toBe(' ');
      expect(snippet.text).toMatch(/^\S.*\S$/s);
      for (const { start, end } of snippet.ranges) {
        expect(snippet.text.slice(start, end)).toMatch(/^(harbour|strike)$/);
      }
    }
    expect(snippets).toHaveLength(3);
  });

  it('show the passage with most terms when only one is wanted', () => {
    const [snippet] = snippetsOf(text, ['harbour', 'strike'], { most: 1, around: 30 });
    expect(snippet?.text).toContain('harbour strike began');
    expect(snippet?.ranges).toHaveLength(2);
  });

  it('are none where nothing matches', () => {
    expect(snippetsOf(text, ['absent'])).toEqual([]);
  });

  it('do not cut a character in two', () => {
    const [snippet] = snippetsOf(`${'𠀀'.repeat(99)}研究${'𠀀'.repeat(99)}`, ['研究'], {
      around: 31,
    });
    // Throws on half a surrogate pair.
    expect(() => encodeURIComponent(snippet?.text ?? '\ud800')).not.toThrow();
  });

  it('stay short in a text without spaces', () => {
    const [snippet] = snippetsOf(`${'字'.repeat(5000)}研究${'字'.repeat(5000)}`, ['研究']);
    expect(snippet?.text.length).toBeLessThan(200);
  });
});
