import { describe, expect, it } from 'vitest';
import { sortInTurns } from '../../../main/core/notes/sort-in-turns.ts';
import { createRandom } from '../../property/dump/random.ts';

describe('sorting in turns', () => {
  it.each([0, 1, 4095, 4096, 4097, 20_000, 33_333])(
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
    await sortInTurns(items, (one, other) => one - other);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
  });
});
