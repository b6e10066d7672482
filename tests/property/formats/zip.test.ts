/** Archives, whole and broken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../../main/core/importers/zip/archive.ts';
import { ZipError } from '../../../main/core/importers/zip/central-directory.ts';
import { budgetFor, membersOf } from '../../../main/core/importers/zip/members.ts';
import { inMemory } from '../../../main/core/importers/zip/random-access.ts';
import { writeZip, type ZipFile } from '../../support/zip-writer.ts';
import { ENGLISH } from '../../../main/shared/messages/translator.ts';

const part = fc
  .string({ minLength: 1, maxLength: 8, unit: 'grapheme' })
  .map((name) => `x${name.normalize('NFC').replace(/[\\/\u0000-\u001f]/g, '_')}`);
const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const content = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.string({ maxLength: 500 }).map((text) => Buffer.from(text.repeat(20))),
);
const files = fc.uniqueArray(fc.tuple(name, content), { maxLength: 8, selector: ([key]) => key });
const way = fc.constantFrom<Partial<ZipFile>>({ method: 0 }, { method: 8 }, { wide: true });

function pack(entries: readonly [string, Uint8Array][], how: Partial<ZipFile>): Buffer {
  return writeZip(
    entries.map(([key, bytes]) => ({ name: key, content: bytes, ...how })),
    'A comment at the end, PK\u0005\u0006 in it',
  );
}

describe('reading zip archives', () => {
  it('gives every file with its bytes, by name', () => {
    fc.assert(
      fc.property(files, way, (entries, how) => {
        const archive = new Archive(inMemory(pack(entries, how)));
        const sorted = entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
        expect(archive.entries.map((entry) => entry.name)).toEqual(sorted.map(([key]) => key));
        for (const [at, entry] of archive.entries.entries()) {
          expect(Buffer.from(archive.bytes(entry))).toEqual(Buffer.from(sorted[at]?.[1] ?? []));
        }
      }),
    );
  });

  it('fails in words, whatever is broken', () => {
    fc.assert(
      fc.property(
        files,
        way,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        (entries, how, changes, cut) => {
          const bytes = Buffer.from(pack(entries, how));
          for (const [place, value] of changes) bytes[place % bytes.length] = value;
          const broken = cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes;
          try {
            const archive = new Archive(inMemory(broken));
            for (const member of membersOf(archive, budgetFor(broken.length))) {
              if (member.kind === 'failure')
                expect(ENGLISH.say(member.message)).toMatch(/^[A-Z].*\.$/);
            }
          } catch (error) {
            expect(error).toBeInstanceOf(ZipError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
