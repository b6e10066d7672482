import fc from 'fast-check';
import { describe, it, expect } from 'vitest';
import { readSource } from '../../../main/core/importers/read-source.ts';
import { toReadingText } from '../../../main/shared/text/reading.ts';

const word = fc.constantFrom(
  'ferry',
  'lamp',
  'quay',
  'Fog',
  'März',
  '灯台',
  'туман',
  '*',
  '#',
  '_x_',
  '<b>',
  '[a]',
);
const sentence = fc
  .array(word, { minLength: 4, maxLength: 30 })
  .map((words) => `${words.join(' ')}.`);
const line = fc.oneof(
  { weight: 5, arbitrary: sentence },
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('==========', '----------', '* * *', '# Heading', '```', '---', 'title: A', '\f'),
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  fc.constantFrom('Continue reading Fog', 'By Ada Nowak', 'May 1, 2024', 'Title: Fog', '1. Fog'),
);
const end = fc.constantFrom('\n', '\r\n', '\r');
const text = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 60 }), end, fc.boolean())
  .map(([lines, newline, closed]) => lines.join(newline) + (closed ? newline : ''));
const name = fc.constantFrom('dump.txt', 'note.md', 'file');

function read(bytes: Uint8Array, fileName: string) {
  const reading = readSource(() => bytes, `/desk/${fileName}`, fileName);
  return reading.kind === 'refused'
    ? null
    : { head: reading.head, articles: [...reading.articles] };
}

/** How often each line lies in a top-level article or an unassigned range. */
function coverage({ head, articles }: NonNullable<ReturnType<typeof read>>): number[] {
  const covered = Array<number>(head.lines).fill(0);
  const ranges = [...articles.filter(({ parent }) => parent === null), ...head.unassigned];
  for (const { startLine, endLine } of ranges) {
    for (let at = startLine ?? 0; at <= (endLine ?? 0); at += 1)
      covered[at - 1] = (covered[at - 1] ?? 0) + 1;
  }
  return covered;
}

describe('reading a source', () => {
  it('accounts for every line once', () => {
    fc.assert(
      fc.property(text, name, (content, fileName) => {
        const source = read(Buffer.from(content), fileName);
        if (source === null) return;
        expect(coverage(source)).toEqual(Array(source.head.lines).fill(1));
      }),
    );
  });

  it('keeps reprints inside their posts', () => {
    fc.assert(
      fc.property(text, name, (content, fileName) => {
        for (const [at, { parent, startLine, endLine }] of (
          read(Buffer.from(content), fileName)?.articles ?? []
        ).entries()) {
          if (parent === null) continue;
          expect(parent).toBeLessThan(at);
          const whole = read(Buffer.from(content), fileName)?.articles[parent];
          expect(whole?.startLine).toBeLessThanOrEqual(startLine ?? 0);
          expect(whole?.endLine).toBeGreaterThanOrEqual(endLine ?? Infinity);
        }
      }),
    );
  });

  it('describes the text that will be read', () => {
    fc.assert(
      fc.property(text, name, (content, fileName) => {
        for (const article of read(Buffer.from(content), fileName)?.articles ?? []) {
          expect(article.length).toBe(toReadingText(article.markdown).length);
        }
      }),
    );
  });

  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), name, (bytes, fileName) => {
        const source = read(bytes, fileName);
        if (source !== null) expect(coverage(source)).toEqual(Array(source.head.lines).fill(1));
      }),
    );
  });
});
