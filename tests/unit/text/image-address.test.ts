import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromImageAddress,
  IMAGE_KINDS,
  imageNamesIn,
  toImageAddress,
} from '../../../main/shared/text/image-address.ts';

const pixels = fc.integer({ min: 1, max: 99_999 });
const image = fc.record({
  name: fc
    .tuple(
      fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 }),
      fc.constantFrom(...IMAGE_KINDS),
    )
    .map(([digits, kind]) => `${digits.join('')}.${kind}`),
  size: fc.option(fc.record({ width: pixels, height: pixels })),
});

describe('the address of a kept image', () => {
  it('leads back to the image, and is found in a text', () => {
    fc.assert(
      fc.property(image, (kept) => {
        const address = toImageAddress(kept);
        expect(fromImageAddress(address)).toEqual(kept);
        expect([...imageNamesIn(`A ![b *c*](${address} "t") d`)]).toEqual([kept.name]);
      }),
    );
  });

  it.each([
    'https://example.org/a.png',
    `../../images/ab/${'ab'.repeat(32)}.html`,
    `../../images/ab/../${'ab'.repeat(32)}.png`,
    `../../../images/ab/${'ab'.repeat(32)}.png`,
    `../../images/ab/${'ab'.repeat(31)}.png`,
  ])('is none of %s', (address) => {
    expect(fromImageAddress(address)).toBeNull();
  });
});
