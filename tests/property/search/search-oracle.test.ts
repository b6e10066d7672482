/** The index against a naive one that looks through every word of every document. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import lunr from 'lunr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchDocument, SearchIndex } from '../../../main/core/search/search-index.ts';
import { openSearchIndex } from '../../../main/core/search/worker-client.ts';
import { spawnInThread } from '../../unit/search/in-thread-worker.ts';

const FIELDS = ['title', 'body', 'notes', 'tags'] as const;
const WORDS = [
  'report reports reporting reporter ship shipping shipped shop shops political politics',
  'policy a an ant the they москва москвы новости who 2024 node',
]
  .join(' ')
  .split(' ');

const word = fc.constantFrom(...WORDS);
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const id = fc.integer({ min: 0, max: 11 }).map((number) => `id-${number}`);
const document: fc.Arbitrary<SearchDocument> = fc.record({
  id,
  rev: fc.integer({ min: 0, max: 999 }).map(String),
  title: text,
  body: text,
  notes: text,
  tags: text,
});

type Step =
  | { kind: 'add'; documents: SearchDocument[] }
  | { kind: 'remove'; ids: string[] }
  | { kind: 'reopen' };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(document, { minLength: 1, maxLength: 4 })
      .map((documents): Step => ({ kind: 'add', documents })),
  },
  {
    weight: 2,
    arbitrary: fc.array(id, { maxLength: 3 }).map((ids): Step => ({ kind: 'remove', ids })),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'reopen' }) },
);

type Matches = (document: SearchDocument) => boolean;
interface Asked {
  text: string;
  matches: Matches;
}

function wordsOf(found: SearchDocument, fields: readonly (typeof FIELDS)[number][]): string[] {
  return fields.flatMap((field) => found[field].split(' ')).filter((part) => part !== '');
}

function stem(of: string): string {
  return lunr.stemmer(new lunr.Token(of, {})).toString();
}

function hasTerm(wanted: string, fields = [...FIELDS] as (typeof FIELDS)[number][]): Matches {
  return (found) => wordsOf(found, fields).some((own) => stem(own) === stem(wanted));
}

const query: fc.Arbitrary<Asked> = fc.oneof(
  word.map((a) => ({ text: a, matches: hasTerm(a) })),
  fc.tuple(word, fc.constantFrom(...FIELDS)).map(([a, field]) => {
    return { text: `${field}:${a}`, matches: hasTerm(a, [field]) };
  }),
  fc.tuple(word, word).map(([a, b]) => {
    return { text: `${a} ${b}`, matches: (d: SearchDocument) => hasTerm(a)(d) || hasTerm(b)(d) };
  }),
  fc.tuple(word, word).map(([a, b]) => {
    return { text: `+${a} +${b}`, matches: (d: SearchDocument) => hasTerm(a)(d) && hasTerm(b)(d) };
  }),
  fc.tuple(word, word).map(([a, b]) => {
    return { text: `${a} -${b}`, matches: (d: SearchDocument) => hasTerm(a)(d) && !hasTerm(b)(d) };
  }),
  word.map((a) => ({ text: `-${a}`, matches: (d: SearchDocument) => !hasTerm(a)(d) })),
  fc.tuple(word, fc.integer({ min: 1, max: 5 })).map(([a, length]) => {
    const prefix = a.slice(0, length);
    return {
      text: `${prefix}*`,
      matches: (d: SearchDocument) => wordsOf(d, FIELDS).some((own) => own.startsWith(prefix)),
    };
  }),
  fc.tuple(word, fc.integer({ min: 0, max: 4 })).map(([a, from]) => {
    const suffix = a.slice(Math.min(from, a.length - 1));
    return {
      text: `*${suffix}`,
      matches: (d: SearchDocument) => wordsOf(d, FIELDS).some((own) => own.endsWith(suffix)),
    };
  }),
);

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-search-'));
});
afterAll(() => rm(root, { recursive: true }));

function open(folder: string | null): Promise<SearchIndex> {
  return openSearchIndex({ folder, spawn: spawnInThread });
}

async function answer(index: SearchIndex, asked: string): Promise<[string, number][]> {
  const { hits } = await index.query({ text: asked, limit: 100 });
  return hits.map(({ articleId, score }) => [articleId, score]);
}

// Some thousand durable writes.
describe('after any changes', { timeout: 60_000 }, () => {
  let folders = 0;

  it('finds what looking through all documents finds, and ranks it as one fresh index does', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 30 }),
        fc.array(query, { minLength: 5, maxLength: 10 }),
        async (steps, queries) => {
          const folder = join(root, String(++folders));
          const expected = new Map<string, SearchDocument>();
          let index = await open(folder);
          for (const taken of steps) {
            if (taken.kind === 'add') {
              await index.add(taken.documents);
              for (const added of taken.documents) expected.set(added.id, added);
            } else if (taken.kind === 'remove') {
              await index.remove(taken.ids);
              for (const removed of taken.ids) expected.delete(removed);
            } else {
              await index.close();
              index = await open(folder);
            }
          }
          const fresh = await open(null);
          await fresh.add([...expected.values()]);
          const revisions = [...expected.values()].map(({ id: key, rev }) => [key, rev]);
          expect(await index.revisions()).toEqual(Object.fromEntries(revisions));
          for (const asked of queries) {
            const given = await answer(index, asked.text);
            const naive = [...expected.values()].filter(asked.matches).map(({ id: key }) => key);
            expect(given.map(([key]) => key).sort(), asked.text).toEqual(naive.sort());
            expect(given, asked.text).toEqual(await answer(fresh, asked.text));
          }
          await Promise.all([index.close(), fresh.close()]);
        },
      ),
      { numRuns: 40 },
    ));
});
