import { describe, expect, it } from 'vitest';
import { sortInTurns } from '../../../main/core/notes/sort-in-turns.ts';
import { createRandom } from '../../property/dump/random.ts';

describe('sorting in turns', () => {
  it.each([0, 1, 1023, 1024, 1025, 4097, 20_000, 33_333])(
    'gives %i items the order that sorting at once gives, equals as they were',
    async (count) => {
      const random = createRandom(count);
      const items = Array.from({ length: count }, (_, at) => ({ key: random.int(0, 500), at }));
      const compare = (one: { key: number }, other: { key: number }) => one.key - other.key;
      expect(await sortInTurns(items, compare)).toEqual(items.toSorted(compare));
    },
  );

  it('lets others have their turn', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    const items = Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 50_000);
    // However fast the machine, it takes longer than one turn.
    const until = performance.now() + 40;
    const slowly = (one: number, other: number) => {
      while (performance.now() < until);
      return one - other;
    };
    await sortInTurns(items, slowly);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
  });
});
