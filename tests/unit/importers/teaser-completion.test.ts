import { expect, it } from 'vitest';
import { completesTeaser } from '../../../main/core/importers/teaser-completion.ts';

const OPENING = 'The old bridge over the river was closed to carts in spring, said the town clerk,';
const FULL = `${OPENING} and will stay closed until its piers are mended.\n\nThe ferry runs on Sundays.`;

it.each([
  ['with its last line aside', `${OPENING}\n\nContinue reading The old bridge`, true],
  ['cut in the middle of a word', `${OPENING} and will st…\n\nRead more`, true],
  ['cut with dots in brackets', `${OPENING} and will stay [...]`, true],
  ['spaced otherwise', `${OPENING.replaceAll(' ', '\n')}\n\nRead more`, true],
  ['of other words', `A new bridge ${OPENING}\n\nRead more`, false],
  ['too short to prove anything', 'The old bridge\n\nRead more', false],
])('a teaser %s', (_, teaser, completed) => {
  expect(completesTeaser(teaser, FULL)).toBe(completed);
});
