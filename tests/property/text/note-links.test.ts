import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  linkLabel,
  splitLinks,
  writeLink,
  type NoteLink,
} from '../../../main/shared/note-links.ts';

const link = fc.record<NoteLink>({
  kind: fc.constantFrom('article', 'note'),
  id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
  label: fc.string({ unit: 'grapheme', maxLength: 200 }),
});

describe('a link in a note', () => {
  it('is read as it was written, whatever its title has in it', () => {
    fc.assert(
      fc.property(link, (one) => {
        expect(splitLinks(writeLink(one))).toEqual([{ ...one, label: linkLabel(one.label) }]);
      }),
    );
  });

  it('takes nothing of what stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), link, (before, after, one) => {
        const note = `${before} ${writeLink(one)} ${after}`;
        const written = splitLinks(note).map((piece) =>
          typeof piece === 'string' ? piece : writeLink(piece),
        );
        expect(written.join('')).toBe(note);
      }),
    );
  });
});
