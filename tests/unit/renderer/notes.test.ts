import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ListedNote } from '../../../main/shared/contract/notes.ts';
import { toCitations } from '../../../renderer/src/features/notes/citations.ts';
import { groupNotes, notesIn, rowsOf } from '../../../renderer/src/features/notes/group-notes.ts';

interface Given {
  id: string;
  articleId?: string;
  exact?: string;
  note?: string;
  tags?: string[];
  created?: string;
  published?: string | null;
}

function noteOf({ id, articleId = 'a', exact = 'two faces', published = '1791', ...rest }: Given) {
  return {
    annotation: {
      id,
      articleId,
      target: {
        position: { start: 0, end: exact.length },
        quote: { exact, prefix: '', suffix: '' },
        version: 1,
      },
      anchor: { range: null, method: 'orphan', score: 0 },
      orphaned: false,
      color: 'yellow',
      note: rest.note ?? '',
      tags: rest.tags ?? [],
      created: rest.created ?? '2026-01-02T03:04:05.000Z',
      updated: '2026-01-02T03:04:05.000Z',
    },
    article: {
      id: articleId,
      title: 'The clock',
      byline: null,
      origin: 'Harbour Post',
      published,
      sourceId: '0'.repeat(64),
      startLine: 1,
      endLine: 9,
      added: '2026-01-01T00:00:00.000Z',
    },
    sourceName: 'dump.txt',
  } satisfies ListedNote;
}

const year = (published: string) => published.slice(0, 4);

it('cites a passage on one line with title, source and date', () => {
  const note = noteOf({ id: 'n', exact: 'It has\n\ntwo faces' });
  expect(toCitations([note], 'quote', year)).toBe(
    '“It has two faces” — The clock, Harbour Post, 1791',
  );
});

it('leaves out a date that is not known', () => {
  const note = noteOf({ id: 'n', published: null });
  expect(toCitations([note], 'plain', year)).toBe('two faces\nThe clock, Harbour Post');
});

it('quotes each line as Markdown, keeps its marks from meaning anything, and adds the note', () => {
  const note = noteOf({ id: 'n', exact: '# a *b*\n1. c', note: 'Mine, *as it is*' });
  expect(toCitations([note], 'markdown', year)).toBe(
    '> \\# a \\*b\\*\n> 1\\. c\n>\n> — The clock, Harbour Post, 1791\n\nMine, *as it is*',
  );
});

it('puts a passage with two tags under both, the untagged last', () => {
  const notes = [
    noteOf({ id: 'one' }),
    noteOf({ id: 'two', tags: ['t1', 't2'] }),
    noteOf({ id: 'three', tags: ['t2'] }),
  ];
  const tags = new Map([
    ['t1', { name: 'towers' }],
    ['t2', { name: 'clocks' }],
  ]);
  const groups = groupNotes(notes, 'tag', tags);
  expect(groups.map(({ key, notes: held }) => [key, held.map((n) => n.annotation.id)])).toEqual([
    ['t2', ['two', 'three']],
    ['t1', ['two']],
    ['', ['one']],
  ]);
  const keys = rowsOf(groups, 'tag').map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const order = notesIn(rowsOf(groups, 'tag')).map(({ annotation }) => annotation.id);
  expect(order).toEqual(['two', 'three', 'one']);
});

it('loses no passage, however they are grouped, and gives days the newest first', () => {
  const day = fc.integer({ min: 10, max: 28 });
  fc.assert(
    fc.property(fc.array(fc.tuple(day, fc.constantFrom('a', 'b', 'c'))), (drawn) => {
      const notes = drawn.map(([date, articleId], index) =>
        noteOf({ id: `n${index}`, articleId, created: `2026-01-${date}T00:00:00.000Z` }),
      );
      for (const grouping of ['none', 'article', 'tag', 'date'] as const) {
        const groups = groupNotes(notes, grouping, new Map());
        expect(new Set(groups.flatMap((group) => group.notes))).toEqual(new Set(notes));
      }
      const days = groupNotes(notes, 'date', new Map()).map(({ key }) => key);
      expect(days).toEqual(days.toSorted().toReversed());
    }),
  );
});
