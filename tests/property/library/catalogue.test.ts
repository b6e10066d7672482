import { cp, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../main/core/library/catalogue.ts';
import { parseSnapshot } from '../../../main/core/library/snapshot.ts';
import { makeTempFolder, testPorts } from '../../support/core.ts';
import { makeArticle } from '../../support/entities.ts';

type Step = { id: string; order: number } | { id: string; order: null } | 'reopen';

const id = fc.constantFrom('a1', 'a2', 'a3', 'a4', 'constructor');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ id, order: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ id, order: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.constant<Step>('reopen') },
);

async function openIn(folder: string, foldAt: number): Promise<Catalogue> {
  const ports = testPorts(folder);
  const now = () => ports.clock.now();
  return Catalogue.open({ folder, readOnly: false, log: ports.log, now, foldAt });
}

function ordersIn(catalogue: Catalogue): Map<string, number> {
  return new Map([...catalogue.data.articles].map(([key, { order }]) => [key, order]));
}

describe('a catalogue', () => {
  it('holds what a plain map would, over any changes, folds and openings', async () => {
    const home = await makeTempFolder();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat(6000), async (steps, foldAt) => {
        const folder = join(home, String((run += 1)));
        const expected = new Map<string, number>();
        let catalogue = await openIn(folder, foldAt);
        for (const one of steps) {
          if (one === 'reopen') {
            await catalogue.close();
            catalogue = await openIn(folder, foldAt);
          } else if (one.order === null) {
            await catalogue.commit(() => [{ op: 'removeArticle', id: one.id }]);
            expected.delete(one.id);
          } else {
            const value = makeArticle(one.id, { order: one.order });
            await catalogue.commit(() => [{ op: 'setArticle', value }]);
            expected.set(one.id, one.order);
          }
          expect(ordersIn(catalogue)).toEqual(expected);
        }
        expect(catalogue.damage).toEqual([]);
        await catalogue.close();
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('cut within its last line is as it was before that line, and goes on from there', async () => {
    const home = await makeTempFolder();
    const whole = join(home, 'whole');
    const catalogue = await openIn(whole, 1e9);
    await catalogue.commit(() => [{ op: 'setArticle', value: makeArticle('a1') }]);
    const before = (await readFile(join(whole, 'journal.1.jsonl'))).length;
    await catalogue.commit(() => [{ op: 'setArticle', value: makeArticle('a2') }]);
    await catalogue.close();
    const after = (await readFile(join(whole, 'journal.1.jsonl'))).length;
    for (let cut = before; cut <= after; cut += cut < after - 20 ? 29 : 1) {
      const folder = join(home, String(cut));
      await cp(whole, folder, { recursive: true });
      await truncate(join(folder, 'journal.1.jsonl'), cut);
      const opened = await openIn(folder, 1e9);
      expect([...ordersIn(opened).keys()]).toEqual(cut === after ? ['a1', 'a2'] : ['a1']);
      await opened.commit(() => [{ op: 'setArticle', value: makeArticle('a3') }]);
      await opened.close();
      const again = await openIn(folder, 1e9);
      expect(again.data.articles.has('a3')).toBe(true);
      expect(again.damage).toEqual([]);
      await again.close();
    }
  }, 60_000);
});

describe('a snapshot', () => {
  it('can be anything at all without an error', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseSnapshot(text)));
    fc.assert(fc.property(fc.json(), (text) => void parseSnapshot(text)));
  });
});
