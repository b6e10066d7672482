import { describe, expect, it } from 'vitest';
import { blockUuid } from '../../../main/core/export/block-uuid.ts';
import { anchorOf } from '../../../main/core/export/document.ts';
import { fromFileLinks, toFileLinks, type Linked } from '../../../main/core/export/note-links.ts';
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
  style: 'wiki',
};
const inLogseq: Linked = { ...linked, style: 'logseq' };

describe('links of notes in exported files', () => {
  it('lead to the file of the article, by its title of today', () => {
    expect(toFileLinks('See [[article/a1|Mist]].', linked)).toBe('See [[Fog]].');
    expect(toFileLinks('[[article/a2|Old title]]', linked)).toBe(
      '[[Clocks and time|Clocks: and time]]',
    );
  });

  it('lead to the block of the passage', () => {
    expect(toFileLinks('[[note/n1|x]]', linked)).toBe('[[Clocks and time#^lectern-n1|two faces]]');
  });

  it('are their words where what they lead to is gone', () => {
    expect(toFileLinks('[[article/gone|The lamp]], [[note/gone|its words]]', linked)).toBe(
      'The lamp, its words',
    );
  });

  it('come back as they were from a note that was edited in its file', () => {
    const note =
      'See [[article/a1|Fog]] and [[note/n1|two faces]], [[article/a2|Clocks: and time]]';
    expect(fromFileLinks(toFileLinks(note, linked), linked)).toBe(note);
  });

  it('leave the links of the user’s own pages alone', () => {
    const own = 'My [[Ideas]], [[Fog#Heading]], [[Clocks and time#^my-block|mine]]';
    expect(fromFileLinks(own, linked)).toBe(own);
  });
});

describe('links of notes in files for Logseq', () => {
  const uuid = blockUuid(anchorOf('n1'));

  it('name pages, with other words before them where those are called otherwise', () => {
    expect(toFileLinks('See [[article/a1|Old title]].', inLogseq)).toBe('See [[Fog]].');
    expect(toFileLinks('[[article/a2|x]]', inLogseq)).toBe(
      '[Clocks: and time]([[Clocks and time]])',
    );
  });

  it('are references to the block of the passage', () => {
    expect(toFileLinks('[[note/n1|x]]', inLogseq)).toBe(`[two faces](((${uuid})))`);
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  it('come back as they were', () => {
    const style = inLogseq;
    const note =
      'See [[article/a1|Fog]] and [[note/n1|two faces]], [[article/a2|Clocks: and time]]';
    expect(fromFileLinks(toFileLinks(note, style), style)).toBe(note);
    expect(fromFileLinks(`((${uuid}))`, style)).toBe('[[note/n1|two faces]]');
  });

  it('leave blocks and pages of the user alone', () => {
    const own = '[[Ideas]] ((6750e9a6-4a4a-4ac9-8a0b-f8d7c2a1b001)) [mine]([[Plans]]) (( x ))';
    expect(fromFileLinks(own, inLogseq)).toBe(own);
  });
});
