import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, MOST_SCALE, panned, zoomed } from '../../../renderer/src/features/reader/zoom.ts';

const STAGE = { width: 800, height: 600 };

describe('looking at a picture closely', () => {
  it('begins with all of it, and never blows it up unasked', () => {
    expect(fit({ width: 1600, height: 600 }, STAGE)).toEqual({ scale: 0.5, x: 0, y: 0 });
    expect(fit({ width: 100, height: 50 }, STAGE).scale).toBe(1);
  });

  it('keeps what is under the pointer where it is', () => {
    const picture = { width: 4000, height: 3000 };
    const point = { x: 150, y: -40 };
    const before = zoomed(fit(picture, STAGE), 3, { x: 0, y: 0 }, picture, STAGE);
    const after = zoomed(before, 1.5, point, picture, STAGE);
    const under = ({ scale, x, y }: typeof before) => [
      (point.x - x) / scale,
      (point.y - y) / scale,
    ];
    expect(under(after)[0]).toBeCloseTo(under(before)[0] ?? Number.NaN);
    expect(under(after)[1]).toBeCloseTo(under(before)[1] ?? Number.NaN);
  });

  it('never leaves the stage empty where there is picture to fill it', () => {
    const length = fc.integer({ min: 1, max: 6000 });
    const by = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
    });
    fc.assert(
      fc.property(
        fc.record({ width: length, height: length }),
        fc.array(fc.record({ factor: fc.double({ min: 0.2, max: 5, noNaN: true }), by })),
        (picture, steps) => {
          let lie = fit(picture, STAGE);
          const least = lie.scale;
          for (const step of steps) {
            lie = panned(
              zoomed(lie, step.factor, step.by, picture, STAGE),
              step.by,
              picture,
              STAGE,
            );
            expect(lie.scale).toBeGreaterThanOrEqual(Math.min(least, MOST_SCALE));
            expect(lie.scale).toBeLessThanOrEqual(MOST_SCALE);
            const width = picture.width * lie.scale;
            if (width <= STAGE.width) expect(lie.x).toBeCloseTo(0);
            else expect(Math.abs(lie.x)).toBeLessThanOrEqual((width - STAGE.width) / 2 + 1e-6);
          }
        },
      ),
    );
  });
});
