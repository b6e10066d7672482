import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptTexts, TextWriter } from '../../../main/core/importers/kept-texts.ts';
import { makeTempFolder } from '../../support/core.ts';

const markdown = fc.string({ unit: 'grapheme', maxLength: 200 });

describe('the texts of a plan', () => {
  it('come back as they were written, by the worker and by a review after it', async () => {
    const folder = join(await makeTempFolder(), 'temporary');
    await fc.assert(
      fc.asyncProperty(fc.array(markdown), fc.array(markdown), async (read, revised) => {
        const texts = await KeptTexts.open(folder);
        const writer = new TextWriter(texts.target);
        const places = read.map((text) => writer.write(text));
        const kept = places.map((place) => texts.at(place));
        for (const text of revised) kept.push(await texts.keep(text));
        expect(await Promise.all(kept.map((text) => text.read()))).toEqual([...read, ...revised]);
        await texts.close();
      }),
      { numRuns: 50 },
    );
  });

  it('leave nothing in their folder, even while they are kept, and no folder in the end', async () => {
    const library = await makeTempFolder();
    const folder = join(library, 'temporary');
    const texts = await KeptTexts.open(folder);
    const others = await KeptTexts.open(folder);
    const kept = await texts.keep('A text');
    expect(await readdir(folder)).toEqual([]);
    expect(await kept.read()).toBe('A text');
    await texts.close();
    await others.close();
    expect(await readdir(library)).toEqual([]);
    await expect(kept.read()).rejects.toMatchObject({ code: 'unreadable' });
  });
});
