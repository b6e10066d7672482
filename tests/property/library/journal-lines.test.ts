import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch, Operation } from '../../../main/core/library/catalogue-data.ts';
import { readJournalLines, toJournalLine } from '../../../main/core/library/journal-lines.ts';
import { makeArticle, makeSource, SOURCE_ID } from '../../support/entities.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 });
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,10}$/);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .record({ id, title: text, excerpt: text, order: fc.nat(1000) })
    .map(({ id: articleId, ...fields }): Operation => {
      return { op: 'setArticle', value: makeArticle(articleId, fields) };
    }),
  id.map((articleId): Operation => ({ op: 'removeArticle', id: articleId })),
  text.map((name): Operation => ({ op: 'setSource', value: makeSource(SOURCE_ID, { name }) })),
  fc.constant<Operation>({ op: 'removeSource', id: SOURCE_ID }),
);
const batches = fc.array(fc.array(operation, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 5,
});

const toJournal = (all: readonly Batch[]) => Buffer.from(all.map(toJournalLine).join(''));

describe('lines of the journal', () => {
  it('give back what was written', () => {
    fc.assert(
      fc.property(batches, (written) => {
        const bytes = toJournal(written);
        expect(readJournalLines(bytes)).toEqual({
          batches: written,
          length: bytes.length,
          damagedLines: [],
        });
      }),
    );
  });

  it('cut anywhere give the batches that were whole, and the length of those', () => {
    fc.assert(
      fc.property(batches, (written) => {
        const bytes = toJournal(written);
        const lengths = written.map((batch) => Buffer.byteLength(toJournalLine(batch)));
        const before = bytes.length - (lengths.at(-1) ?? 0);
        for (let cut = before; cut < bytes.length; cut += 1) {
          expect(readJournalLines(bytes.subarray(0, cut))).toEqual({
            batches: written.slice(0, -1),
            length: before,
            damagedLines: [],
          });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('with a changed byte lose the batch it is in and no other, and say so', () => {
    fc.assert(
      fc.property(batches, fc.nat(), fc.integer({ min: 1, max: 255 }), (written, at, flip) => {
        const bytes = toJournal(written);
        const place = at % bytes.length;
        const isLineEnd = bytes[place] === 0x0a;
        bytes[place] = (bytes[place] ?? 0) ^ flip;
        const struck = bytes.subarray(0, place).filter((byte) => byte === 0x0a).length;
        const reading = readJournalLines(bytes);
        // Without its line feed a line takes the next one with it.
        const lost = isLineEnd ? [struck, struck + 1] : [struck];
        expect(reading.batches).toEqual(written.filter((_, line) => !lost.includes(line)));
        const tornEnd = place === bytes.length - 1;
        expect(reading.damagedLines.length > 0).toBe(!tornEnd);
      }),
      { numRuns: 500 },
    );
  });

  it('can be anything at all without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { batches: read, length } = readJournalLines(Buffer.from(bytes));
        expect(read).toEqual([]);
        expect(length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
