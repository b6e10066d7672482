import { describe, expect, it } from 'vitest';
import { splitLinks, withoutLinks } from '../../../main/shared/note-links.ts';
import {
  hasMarkup,
  readNote,
  textAndLinks,
} from '../../../renderer/src/features/annotations/read-note.ts';

describe('a link in a note', () => {
  it('is the words it was called by where it can’t be followed', () => {
    expect(withoutLinks('See [[article/a1|The lamp]] and [[note/b2]].')).toBe(
      'See The lamp and b2.',
    );
  });

  it('is none without an id of the kind', () => {
    expect(splitLinks('[[Some page]] [[tag/a]] [[article/A b|x]]')).toEqual([
      '[[Some page]] [[tag/a]] [[article/A b|x]]',
    ]);
  });
});

describe('a note', () => {
  it('gives each text its links back', () => {
    const { blocks, links } = readNote('a [[note/n1|*words*]] b');
    const [paragraph] = blocks;
    const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    expect(first?.type === 'text' ? textAndLinks(first.value, links) : null).toEqual([
      'a ',
      { kind: 'note', id: 'n1', label: '*words*' },
      ' b',
    ]);
  });

  it('shows no raw HTML', () => {
    const shown = JSON.stringify(readNote('<img src=x onerror=alert(1)> <b>bold</b>').blocks);
    expect(shown).not.toContain('onerror');
    expect(shown).not.toContain('<b>');
  });

  it('has markup when there is more than words and lines', () => {
    expect(hasMarkup(readNote('Two\nlines\n\nand a paragraph'))).toBe(false);
    expect(hasMarkup(readNote('- a list'))).toBe(true);
    expect(hasMarkup(readNote('*so*'))).toBe(true);
    expect(hasMarkup(readNote('[[article/a1]]'))).toBe(true);
  });
});
