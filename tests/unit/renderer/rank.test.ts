import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../main/shared/commands.ts';
import { rankEntry } from '../../../renderer/src/features/palette/rank.ts';

function best(typed: string): string | undefined {
  return COMMANDS.map(({ id, label, keywords }) => ({
    id,
    rank: rankEntry(label, typed, keywords),
  }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)[0]?.id;
}

describe('the palette finds', () => {
  it.each([
    ['theme dark', 'view.theme.dark'],
    ['dark', 'view.theme.dark'],
    ['exp', 'export.notes'],
    ['obsidian', 'export.notes'],
    ['import fol', 'import.folder'],
    ['undo', 'edit.undo'],
    ['inbox', 'go.inbox'],
  ])('%s', (typed, id) => {
    expect(best(typed)).toBe(id);
  });

  it('nothing for words that are nowhere', () => {
    expect(best('zebra')).toBeUndefined();
    expect(best('theme zebra')).toBeUndefined();
  });

  it('everything while nothing is typed', () => {
    expect(rankEntry('Anything', '  ')).toBe(1);
  });
});
