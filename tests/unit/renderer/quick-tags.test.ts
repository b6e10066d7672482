import { describe, expect, it } from 'vitest';
import type { ListedTag } from '../../../main/shared/contract/tags.ts';
import { quickTags } from '../../../renderer/src/features/annotations/quick-tags.ts';

const listed = (id: string, annotations: number): ListedTag => ({
  id,
  name: id,
  color: null,
  parentId: null,
  description: '',
  memo: '',
  annotations,
  articles: 0,
  withBelow: { annotations, articles: 0, listed: 0 },
});

describe('the tags behind the digits', () => {
  const tags = [listed('a', 1), listed('b', 5), listed('c', 3)];

  it('are those used last, then those used most', () => {
    expect(quickTags(tags, ['c']).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(quickTags(tags, []).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('leave out what was deleted, and are no more than there are keys', () => {
    expect(quickTags(tags, ['gone', 'a']).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    const many = Array.from({ length: 30 }, (_, index) => listed(`t${index}`, index));
    expect(quickTags(many, [])).toHaveLength(8);
  });
});
