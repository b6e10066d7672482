import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { across, lineUp, turned } from '../../../renderer/src/features/reader/line-up.ts';

const line = (name: string) => `A line that is about ${name} and nothing else.`;
const text = (...names: string[]) => names.map(line).join('\n');

describe('two texts beside each other', () => {
  it('shared lines stand beside each other, whatever stands between them', () => {
    const one = text('ships', 'tides', 'ropes');
    const other = text('ships', 'money', 'weather', 'tides', 'ropes');
    const landmarks = lineUp(one, other);
    const at = across(landmarks, one.indexOf(line('ropes')));
    expect(at).toBe(other.indexOf(line('ropes')));
    expect(across(turned(landmarks), at)).toBe(one.indexOf(line('ropes')));
  });

  it('without shared lines, places are told in proportion', () => {
    const landmarks = lineUp('x'.repeat(100), 'y'.repeat(300));
    expect(across(landmarks, 50)).toBe(150);
    expect(across(landmarks, 100)).toBe(300);
  });

  it('a line that stands more than once, or in another order, leads nobody astray', () => {
    const one = text('ships', 'tides', 'ships', 'ropes', 'sails');
    const other = text('ropes', 'tides', 'sails');
    const rising = lineUp(one, other).map(([, b]) => b);
    expect(rising).toEqual(rising.toSorted((a, b) => a - b));
  });

  it('never goes back, and stays inside the other text', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f').map(line), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const [one, other] = [a.join('\n'), b.join('\n')];
        const landmarks = lineUp(one, other);
        let before = 0;
        for (let at = 0; at <= one.length; at += 7) {
          const there = across(landmarks, at);
          expect(there).toBeGreaterThanOrEqual(before);
          expect(there).toBeLessThanOrEqual(other.length);
          before = there;
        }
      }),
    );
  });
});
