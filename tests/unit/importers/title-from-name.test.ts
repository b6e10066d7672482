import { expect, it } from 'vitest';
import { titleFromName } from '../../../main/core/importers/title-from-name.ts';

it.each([
  ['Field notes.md', 'Field notes', null],
  ['folder/sub/field-notes.md', 'field notes', null],
  ['folder\\field_notes.txt', 'field notes', null],
  ['2024-05-01-two-bridges.md', 'two bridges', '2024-05-01'],
  ['well-known A-Z.md', 'well-known A-Z', null],
  ['noextension', 'noextension', null],
  ['.md', '.md', null],
  ['---.txt', 'Untitled', null],
])('a file named %s is titled %s', (name, title, date) => {
  expect(titleFromName(name)).toEqual({ title, date });
});
