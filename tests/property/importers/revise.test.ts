import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftArticle, DraftSource } from '../../../main/core/importers/draft.ts';
import { readSource } from '../../../main/core/importers/read-source.ts';
import { applyRevision } from '../../../main/core/importers/revise/apply-revision.ts';
import { outlineOf, tiles, type Outline } from '../../../main/core/importers/revise/outline.ts';
import {
  revisableOutline,
  SourceReview,
} from '../../../main/core/importers/revise/source-review.ts';
import { splitDump } from '../../../main/core/importers/dump/split.ts';
import { LecternError } from '../../../main/shared/errors.ts';
import type { Revision } from '../../../main/shared/revisions.ts';
import { toReadingText } from '../../../main/shared/text/reading.ts';
import { generateDump } from '../dump/generate.ts';

/** Lines are drawn from the whole range of a file, and mostly from where articles begin. */
interface Wish {
  kind: Revision['kind'];
  at: number;
  to: number;
  onStart: boolean;
}

const wishes = fc.array(
  fc.record({
    kind: fc.constantFrom<Revision['kind'][]>(
      ...(['split', 'merge', 'section', 'retitle', 'move', 'leaveOut', 'take', 'drop'] as const),
    ),
    at: fc.nat(1_000_000),
    to: fc.nat(1_000_000),
    onStart: fc.boolean(),
  }),
  { maxLength: 25 },
);

function granted(outline: Outline, { kind, at, to, onStart }: Wish): Revision {
  const lines = outline.at(-1)?.endLine ?? 1;
  const starts = outline.flatMap(({ startLine, article }) =>
    article === null ? [] : [startLine, ...article.sections.map((section) => section.startLine)],
  );
  const line = onStart && starts.length > 0 ? (starts[at % starts.length] ?? 1) : 1 + (at % lines);
  if (kind === 'retitle') return { kind, line, title: `Title ${at}` };
  if (kind === 'move') return { kind, line, to: Math.max(1, Math.min(lines, line + (to % 9) - 4)) };
  if (kind === 'drop') return { kind, startLine: line, endLine: line + (to % 3) };
  return { kind, line };
}

/** Applies what can be applied; what is refused has to be refused in words. */
function applyAll(outline: Outline, list: readonly Wish[]) {
  const done: Revision[] = [];
  let now = outline;
  for (const wish of list) {
    const revision = granted(now, wish);
    try {
      now = applyRevision(now, revision);
      done.push(revision);
    } catch (error) {
      expect(error).toBeInstanceOf(LecternError);
    }
  }
  return { outline: now, done };
}

function expectOrder(outline: Outline): void {
  for (const { startLine, endLine, article } of outline) {
    let next = startLine + 1;
    for (const section of article?.sections ?? []) {
      expect(section.startLine).toBeGreaterThanOrEqual(next);
      expect(section.endLine).toBeGreaterThanOrEqual(section.startLine);
      next = section.endLine + 1;
    }
    expect(next - 1).toBeLessThanOrEqual(endLine);
    for (const range of article?.dropped ?? []) {
      expect(range.startLine).toBeGreaterThan(startLine);
      expect(range.endLine).toBeLessThanOrEqual(endLine);
    }
  }
}

/** An article begun a line earlier, where nothing stands, and made a section. */
const FROM_AN_EMPTY_LINE: Wish[] = [
  { kind: 'move', at: 600448, to: 5646, onStart: true },
  { kind: 'section', at: 192828, to: 0, onStart: true },
];

describe('revisions in any order', () => {
  it('leave every line in exactly one article or unassigned range', () => {
    fc.assert(
      fc.property(fc.nat(100_000), wishes, (seed, list) => {
        const { lines, markdown } = generateDump(seed);
        const split = splitDump(lines, { markdown });
        const outline = outlineOf({ lines: lines.length, ...split });
        if (outline === null) throw new Error('The split does not tile the file');
        const revised = applyAll(outline, list).outline;
        expect(tiles(revised, lines.length)).toBe(true);
        expectOrder(revised);
      }),
      { numRuns: 150 },
    );
  });

  it('make articles whose lines and the unassigned ones are all lines, and whose text is theirs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(100_000), wishes, async (seed, list) => {
        const { text, source, review, outline } = reviewOf(seed);
        const { done } = applyAll(outline, list);
        const revised = await review.revise(done, ports());
        expectWhole(revised.source);
        const words = new Set(text.match(/[\p{L}\p{N}]+/gu));
        const titles = done.flatMap((each) => (each.kind === 'retitle' ? [each.title] : []));
        const own = new Set(titles.join(' ').match(/[\p{L}\p{N}]+/gu));
        for (const article of revised.source.articles) {
          const made = toReadingText(await article.text.read()).match(/[\p{L}\p{N}]+/gu) ?? [];
          expect(made.filter((word) => !words.has(word) && !own.has(word))).toEqual([]);
        }
        expect((await review.revise([], ports())).source.articles).toEqual(source.articles);
      }),
      { numRuns: 40, examples: [[20596, FROM_AN_EMPTY_LINE]] },
    );
  }, 60_000);
});

function ports() {
  let ids = 0;
  return {
    nextId: () => `new-${(ids += 1)}`,
    judge: async (articles: readonly unknown[]) =>
      articles.map(() => ({ outcome: 'add' as const })),
    keep: async (markdown: string) => keptText(markdown),
  };
}

function keptText(markdown: string) {
  return { bytes: markdown.length, read: async () => markdown };
}

function reviewOf(seed: number) {
  const dump = generateDump(seed);
  const text = dump.lines.join('\n');
  const name = dump.markdown ? 'dump.md' : 'dump.txt';
  const reading = readSource(() => new TextEncoder().encode(text), `/${name}`, name);
  if (reading.kind !== 'source') throw new Error('The dump was refused');
  const articles: DraftArticle[] = [];
  for (const { markdown, ...article } of reading.articles) {
    const id = `found-${articles.length}`;
    const parentId = article.parent === null ? null : `found-${article.parent}`;
    const kept = keptText(markdown);
    articles.push({ ...article, text: kept, id, parentId, outcome: 'add', update: null });
  }
  const source: DraftSource = { head: reading.head, articles };
  const outline = revisableOutline(source);
  if (outline === null) throw new Error('The dump can’t be revised');
  const lines = text.normalize('NFC').split('\n').slice(0, reading.head.lines);
  return {
    text: text.normalize('NFC'),
    source,
    outline,
    review: new SourceReview(source, outline, lines),
  };
}

function expectWhole({ head, articles }: DraftSource): void {
  const ids = articles.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { parent, parentId } of articles) {
    if (parent !== null) expect(articles[parent]).toMatchObject({ id: parentId, parent: null });
  }
  const found = outlineOf({ lines: head.lines, articles, unassigned: head.unassigned });
  expect(found).not.toBeNull();
}
