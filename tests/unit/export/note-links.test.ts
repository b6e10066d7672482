import { describe, expect, it } from 'vitest';
import { fromWikiLinks, toWikiLinks, type Linked } from '../../../main/core/export/note-links.ts';
import { makeAnnotation, makeArticle } from '../../support/entities.ts';

const quoted = makeAnnotation('n1', 'a2', {
  target: {
    position: { start: 0, end: 9 },
    quote: { exact: 'two faces', prefix: '', suffix: '' },
    version: 1,
  },
});
const linked: Linked = {
  files: new Map([
    ['a1', 'Fog.md'],
    ['a2', 'Clocks and time.md'],
  ]),
  articles: new Map([
    ['a1', makeArticle('a1', { title: 'Fog' })],
    ['a2', makeArticle('a2', { title: 'Clocks: and time' })],
  ]),
  annotations: new Map([['n1', quoted]]),
};

describe('links of notes in exported files', () => {
  it('lead to the file of the article, by its title of today', () => {
    expect(toWikiLinks('See [[article/a1|Mist]].', linked)).toBe('See [[Fog]].');
    expect(toWikiLinks('[[article/a2|Old title]]', linked)).toBe(
      '[[Clocks and time|Clocks: and time]]',
    );
  });

  it('lead to the block of the passage', () => {
    expect(toWikiLinks('[[note/n1|x]]', linked)).toBe('[[Clocks and time#^lectern-n1|two faces]]');
  });

  it('are their words where what they lead to is gone', () => {
    expect(toWikiLinks('[[article/gone|The lamp]], [[note/gone|its words]]', linked)).toBe(
      'The lamp, its words',
    );
  });

  it('come back as they were from a note that was edited in its file', () => {
    const note =
      'See [[article/a1|Fog]] and [[note/n1|two faces]], [[article/a2|Clocks: and time]]';
    expect(fromWikiLinks(toWikiLinks(note, linked), linked)).toBe(note);
  });

  it('leave the links of the user’s own pages alone', () => {
    const own = 'My [[Ideas]], [[Fog#Heading]], [[Clocks and time#^my-block|mine]]';
    expect(fromWikiLinks(own, linked)).toBe(own);
  });
});
