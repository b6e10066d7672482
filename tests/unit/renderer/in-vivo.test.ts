import { describe, expect, it } from 'vitest';
import { inVivoName } from '../../../renderer/src/features/annotations/in-vivo.ts';

describe('the name of a tag from the words of a passage', () => {
  it('is the words themselves, on one line', () => {
    expect(inVivoName('  we just\n\nmuddle\tthrough ')).toBe('we just muddle through');
  });

  it('ends with a whole word where the passage is long', () => {
    const name = inVivoName('nobody ever told us anything about it, and so we went on '.repeat(3));
    expect(name).toBe('nobody ever told us anything about it, and so we went on');
  });

  it('never splits what reads as one character', () => {
    const family = '👨‍👩‍👧';
    expect(inVivoName(family.repeat(80))).toBe(family.repeat(60));
  });
});
