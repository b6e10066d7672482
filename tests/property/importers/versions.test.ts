import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../main/core/importers/content-hash.ts';
import { KnownIndex, type KnownArticle } from '../../../main/core/importers/known-articles.ts';
import type { KeptArticle } from '../../../main/core/importers/planner.ts';
import { judgeArticles } from '../../../main/core/importers/verdict.ts';
import { sha256Of } from '../../support/entities.ts';

interface Post {
  title: string;
  words: string[];
}

const word = fc.integer({ min: 0, max: 100_000 }).map((n) => `w${n.toString(36)}`);
/** Few titles, so that different posts share one. */
const post: fc.Arbitrary<Post> = fc.record({
  title: fc.constantFrom('Notes', 'Minutes', 'A letter'),
  words: fc.array(word, { minLength: 40, maxLength: 80 }),
});
const posts = fc.array(post, { minLength: 1, maxLength: 6 });

function read({ title, words }: Post, at: number): KeptArticle & { markdown: string } {
  const markdown = words.join(' ');
  return {
    title,
    startLine: at * 10 + 1,
    endLine: at * 10 + 10,
    truncated: false,
    confidence: 1,
    reasons: [],
    byline: null,
    origin: null,
    url: null,
    lang: null,
    published: null,
    publishedInferred: null,
    dateline: null,
    length: markdown.length,
    words: words.length,
    excerpt: '',
    contentHash: contentHash(title, markdown),
    parent: null,
    tags: [],
    images: [],
    fingerprint: '',
    markdown,
    text: { bytes: markdown.length, read: async () => markdown },
  };
}

function library(all: readonly Post[]) {
  const texts = new Map<string, string>();
  const known = all.map((one, at): KnownArticle => {
    const { title, url, truncated, startLine, endLine, markdown, ...rest } = read(one, at);
    texts.set(`k${at}`, markdown);
    return {
      id: `k${at}`,
      parentId: null,
      sourceId: sha256Of('the first dump'),
      contentHash: rest.contentHash,
      ...{ title, url, truncated, startLine, endLine },
      earlier: [],
    };
  });
  return {
    known: new KnownIndex(known),
    markdown: async (id: string) => texts.get(id) ?? '',
    turns: async () => {},
    encodingOf: () => undefined,
    isHere: () => false,
  };
}

/** Every twentieth word is another, from `seed` on; the first words stay. */
function edited({ title, words }: Post, seed: number): Post {
  return { title, words: words.map((old, at) => (at % 20 === 10 + (seed % 9) ? 'edited' : old)) };
}

describe('the verdicts on a later dump', () => {
  const later = sha256Of('the second dump');

  it('know every article again, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(posts, fc.nat(), async (all, seed) => {
        const shuffled = all.map((_, at) => (at * 7 + seed) % all.length);
        const again = [...new Set(shuffled)]
          .map((at) => all[at])
          .filter((one) => one !== undefined);
        const verdicts = await judgeArticles(
          { sha256: later, encoding: 'utf-8' },
          again.map(read),
          library(all),
        );
        for (const verdict of verdicts) expect(verdict.outcome).toBe('unchanged');
      }),
    );
  });

  it('give each changed article to the one it was, and new posts of a known title to none', async () => {
    await fc.assert(
      fc.asyncProperty(posts, posts, fc.nat(), async (all, fresh, seed) => {
        const arrived = [...fresh, ...all.map((one) => edited(one, seed)).reverse()];
        const verdicts = await judgeArticles(
          { sha256: later, encoding: 'utf-8' },
          arrived.map(read),
          library(all),
        );
        for (const [at, verdict] of verdicts.entries()) {
          const was = at < fresh.length ? null : `k${arrived.length - 1 - at}`;
          if (was === null) expect(verdict).toEqual({ outcome: 'add' });
          else expect(verdict).toMatchObject({ outcome: 'update', known: { id: was } });
        }
      }),
    );
  });
});
