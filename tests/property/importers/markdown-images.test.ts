/** Only the addresses of images that are there change; every word stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withKeptImages } from '../../../main/core/importers/markdown/images.ts';
import { toReadingText } from '../../../main/shared/text/reading.ts';

const PIECE = fc.constantFrom(
  'word',
  '*em*',
  '`code`',
  '![a](there.png)',
  '![b](gone.png)',
  '[![c](there.png)](https://coast.example)',
  '![[there.png]]',
  '![[there.png|quay]]',
  '![[gone.png]]',
  '`![d](there.png)`',
  '\\![e](there.png)',
  '![f][ref]',
  '![',
  ']]',
  '\n\n',
  '\n- ',
  '\n```\n',
  '\n> ',
  '| a | b |',
);
const MARKDOWN = fc.array(PIECE, { maxLength: 14 }).map((pieces) => pieces.join(' '));
const KEPT = '../../images/ab/kept.png';
const BESIDE = {
  image: (path: string) => (path === 'there.png' ? KEPT : null),
  inside: () => null,
};
const NOTHING = { image: () => null, inside: () => null };

describe('images in Markdown', () => {
  it('leave the text as it is where none is there', () => {
    fc.assert(
      fc.property(MARKDOWN, (markdown) => {
        expect(withKeptImages(markdown, 'a.md', NOTHING)).toEqual({ markdown, images: [] });
      }),
    );
  });

  it('change nothing but themselves', () => {
    fc.assert(
      fc.property(MARKDOWN, (markdown) => {
        const { markdown: kept, images } = withKeptImages(markdown, 'a.md', BESIDE);
        expect(images).toEqual(kept.includes(KEPT) ? ['there.png'] : []);
        // An embed that is there was text before, and is none now.
        const words = (text: string) =>
          toReadingText(text)
            .replaceAll(/!\[\[there\.png(?:\|quay)?\]\]/g, '')
            .replaceAll(/\s+/g, '');
        expect(words(kept)).toBe(words(markdown));
        expect(withKeptImages(kept, 'a.md', BESIDE).markdown).toBe(kept);
      }),
    );
  });
});
