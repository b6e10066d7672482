import { describe, expect, it } from 'vitest';
import { commandKeywords, commandLabel, COMMANDS } from '../../../main/shared/commands.ts';
import { translatorFor } from '../../../main/shared/messages/translator.ts';
import { rankEntry } from '../../../renderer/src/features/palette/rank.ts';

const text = translatorFor('en-GB', []);

function best(typed: string): string | undefined {
  return COMMANDS.map(({ id }) => ({
    id,
    rank: rankEntry(commandLabel(id, text), typed, commandKeywords(id, text)),
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
