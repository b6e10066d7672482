import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../../renderer/src/features/reader/chunks.ts';
import {
  sectionAt,
  sectionNames,
  sectionsOf,
} from '../../../renderer/src/features/reader/outline.ts';

function read(markdown: string) {
  const parts = [...chunksOf(markdown)];
  return {
    text: parts.map(({ text }) => text).join(''),
    chunks: parts.map(({ chunk }) => chunk),
  };
}

const MARKDOWN =
  'Before.\n\n## The *tide*\n\nOne.\n\n#### Ebb\n\nTwo.\n\n> # Quoted\n\n## The quay\n\nThree.';

describe('the outline of an article', () => {
  it('has its headings with their places and levels, and none of what it quotes', () => {
    const reading = read(MARKDOWN);
    const sections = sectionsOf(reading);
    expect(sections.map(({ title, level }) => [title, level])).toEqual([
      ['The tide', 1],
      ['Ebb', 3],
      ['The quay', 1],
    ]);
    for (const { offset, title } of sections) {
      expect(reading.text.startsWith(title, offset)).toBe(true);
    }
  });

  it('says which section an offset is in', () => {
    const reading = read(MARKDOWN);
    const sections = sectionsOf(reading);
    expect(sectionAt(sections, 0)).toBe(-1);
    expect(sections[sectionAt(sections, reading.text.indexOf('Two.'))]?.title).toBe('Ebb');
    expect(sections[sectionAt(sections, reading.text.length)]?.title).toBe('The quay');
  });

  it('is the same where the text comes in chunks', () => {
    const long = Array.from({ length: 40 }, (_, at) => `## Part ${at}\n\n${'word '.repeat(200)}`);
    const reading = read(long.join('\n\n'));
    expect(reading.chunks.length).toBeGreaterThan(3);
    expect(sectionsOf(reading)).toHaveLength(40);
    const [, second] = reading.chunks;
    expect(reading.text.slice(0, second?.start)).toHaveLength(reading.chunks[0]?.end ?? 0);
  });

  it('names its headings as links in Markdown do', () => {
    const reading = read(
      '## What, now?\n\nOne.\n\n## Überfahrt & Ebbe\n\nTwo.\n\n## What now\n\nThree.',
    );
    const names = sectionNames(sectionsOf(reading));
    expect([...names.keys()]).toEqual(['what-now', 'überfahrt--ebbe', 'what-now-1']);
    expect(reading.text.startsWith('What now', names.get('what-now-1'))).toBe(true);
  });
});
