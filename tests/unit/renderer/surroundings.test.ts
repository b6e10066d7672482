import { expect, test } from 'vitest';
import { shownAfter, shownBefore } from '../../../renderer/src/ui/surroundings.ts';

test('what was cut within a word begins and ends with a whole one', () => {
  expect(shownBefore('gh the town and down to the old harbour, ', 80)).toBe(
    '…the town and down to the old harbour, ',
  );
  expect(shownAfter(' with its bell and the keeper of its tid', 80)).toBe(
    ' with its bell and the keeper of its…',
  );
});

test('where the paragraph begins or ends, nothing is left out', () => {
  expect(shownBefore('the paragraph before it.\nThe noon ', 80)).toBe('The noon ');
  expect(shownAfter(' in the green.\nThe paragraph after it', 80)).toBe(' in the green.');
  expect(shownBefore('The noon ', 80)).toBe('The noon ');
  expect(shownAfter(' green.', 80)).toBe(' green.');
});

test('a longer context is shown up to the limit', () => {
  expect(shownBefore('one two three\nfour five six seven eight nine ten ', 12)).toBe('…nine ten ');
  expect(shownAfter(' one two three four five six seven eight\nnine', 12)).toBe(' one two…');
});

test('a script without spaces keeps what there is', () => {
  const words = '港の時計は潮の時刻を告げていたので町の人々はそれを海の時計と呼んだ。';
  expect(shownBefore(words, 10)).toBe(`…${words.slice(-10)}`);
  expect(shownAfter(words, 10)).toBe(`${words.slice(0, 10)}…`);
});
