import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldLine,
  likeMatcher,
  toLike,
  toLikeWithNumbers,
} from '../../../main/shared/text/like.ts';

describe('how a line is written', () => {
  it.each([
    ['Exclusive: *', 'Exclusive: a whale', ['a whale']],
    ['* | The Gull', 'A whale | The Gull', ['A whale']],
    ['#. *', '12. A whale', ['A whale']],
    ['*', '', ['']],
    ['№ #', '№ ٤٢', []],
    ['\\*\\*\\*', '***', []],
    ['a*b*c', 'a-b-b-c', ['-', '-b-']],
  ])('%s is said of %s', (like, line, stars) => {
    expect(likeMatcher(like)(line)).toEqual(stars);
  });

  it.each([
    ['Exclusive: *', 'exclusive: a whale'],
    ['#. *', 'A. whale'],
    ['a.c', 'abc'],
    ['*x', 'xy'],
  ])('%s is not said of %s', (like, line) => {
    expect(likeMatcher(like)(line)).toBeNull();
  });

  it('says of every line what was made of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = foldLine(text);
        expect(likeMatcher(toLike(line))(line)).not.toBeNull();
        expect(likeMatcher(toLikeWithNumbers(line))(line)).not.toBeNull();
        expect(likeMatcher('*')(line)).toEqual([line]);
      }),
    );
  });
});
