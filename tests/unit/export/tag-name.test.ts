import { expect, it } from 'vitest';
import { toObsidianTag, toObsidianTags } from '../../../main/core/export/tag-name.ts';

it.each([
  ['fog', 'fog'],
  ['foreign policy', 'foreign-policy'],
  ['Größe & Maß', 'Größe-Maß'],
  ['海岸', '海岸'],
  ['place/harbour', 'place/harbour'],
  ['2025', '_2025'],
  ['#already', 'already'],
  ['a,b;c', 'a-b-c'],
  ['…', null],
])('the tag %j is written %j', (name, tag) => {
  expect(toObsidianTag(name)).toBe(tag);
});

it('writes each tag once', () => {
  expect(toObsidianTags(['a b', 'a-b', '!', 'c'])).toEqual(['a-b', 'c']);
});
