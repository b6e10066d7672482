import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  KnownIndex,
  knownOfLibrary,
  type KnownArticle,
  type KnownArticles,
} from '../../../main/core/importers/known-articles.ts';
import type { Article } from '../../../main/shared/entities.ts';
import { makeArticle } from '../../support/entities.ts';

const SHORT = ['a', 'b', 'c'] as const;
const name = fc.constantFrom(...SHORT);
const change = fc.record({
  id: fc.nat(4),
  gone: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
  title: name,
  hash: name,
  url: fc.option(name),
  part: fc.boolean(),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** A library of which only the articles matter. */
function library() {
  const articles = new Map<string, Article>();
  type Listener = Parameters<Parameters<typeof knownOfLibrary>[0]['onChange']>[0];
  const listeners: Listener[] = [];
  return {
    articles,
    port: {
      all: () => articles.values(),
      onChange: (listener: Listener) => void listeners.push(listener),
    },
    apply({ id, gone, title, hash, url, part }: Change) {
      const key = `id-${id}`;
      const before = articles.get(key);
      const after = makeArticle(key, {
        title,
        url,
        contentHash: hash,
        // What it is a part of never changes.
        parentId: before === undefined ? (part ? 'id-0' : null) : before.parentId,
        startLine: id * 10 + 1,
        endLine: id * 10 + 9,
        earlier:
          before === undefined
            ? []
            : [...before.earlier, { ...before, replaced: '2026-01-01T00:00:00.000Z' }],
      });
      if (gone) articles.delete(key);
      else articles.set(key, after);
      for (const listener of listeners) listener(before, articles.get(key));
    },
  };
}

function answers(known: KnownArticles) {
  const ids = (found: Iterable<KnownArticle>) => [...found].map(({ id }) => id).sort();
  return SHORT.map((asked) => [
    known.byHash(asked) === undefined,
    ids(new Set(known.titled(asked))),
    ids(new Set(known.addressed(asked))),
    ids(new Set(known.partsOf('id-0'))),
  ]);
}

describe('what is known of the library', () => {
  it('kept in step, answers as made anew', () => {
    fc.assert(
      fc.property(fc.array(change), fc.nat(10), (changes, asked) => {
        const { articles, port, apply } = library();
        const known = knownOfLibrary(port);
        for (const [at, one] of changes.entries()) {
          if (at === asked) known();
          apply(one);
        }
        expect(answers(known())).toEqual(answers(new KnownIndex(articles.values())));
        for (const article of articles.values()) {
          if (article.parentId === null) {
            expect(known().atLine(article.sourceId, article.startLine)?.id).toBe(article.id);
          }
        }
      }),
    );
  });

  it('is the same for every import, whatever another has learned', () => {
    const { port, apply } = library();
    apply({ id: 1, gone: false, title: 'a', hash: 'a', url: null, part: false });
    const known = knownOfLibrary(port);
    const one = known();
    one.learn(makeArticle('new', { title: 'a', contentHash: 'b' }));
    one.learn(makeArticle('id-1', { title: 'a', contentHash: 'c' }));
    expect([...one.titled('a')].map(({ id }) => id)).toEqual(['id-1', 'new']);
    expect(one.byHash('c')?.id).toBe('id-1');
    expect([...known().titled('a')].map(({ id }) => id)).toEqual(['id-1']);
    expect(known().byHash('b')).toBeUndefined();
  });
});
