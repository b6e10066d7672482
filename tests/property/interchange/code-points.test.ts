import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CodePointOffsets } from '../../../main/shared/text/code-points.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('a', '𝒳', '👩‍👩‍👧', '\uD800', '\uDC00', 'é', '\n'))
    .map((parts) => parts.join('')),
);

it('counts code points as iterating over the text does, and back', () => {
  fc.assert(
    fc.property(text, (value) => {
      const offsets = new CodePointOffsets(value);
      const points = [...value];
      let units = 0;
      for (const [count, point] of points.entries()) {
        expect(offsets.toCodePoints(units)).toBe(count);
        expect(offsets.toUnits(count)).toBe(units);
        if (point.length === 2) expect(offsets.toCodePoints(units + 1)).toBe(count);
        units += point.length;
      }
      expect(offsets.toCodePoints(value.length)).toBe(points.length);
      expect(offsets.toUnits(points.length)).toBe(value.length);
      expect(offsets.toUnits(points.length + 5)).toBe(value.length);
    }),
    { numRuns: 1000 },
  );
});
