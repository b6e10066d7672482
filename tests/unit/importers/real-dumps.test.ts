/** Real dumps that are not part of the project: `../shared/data`, or LECTERN_REAL_DATA. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSource } from '../../../main/core/importers/read-source.ts';

const folder = join(process.env['LECTERN_REAL_DATA'] ?? resolve('../shared/data'), 'dumps');
const isThere = existsSync(folder);
const goldShape = z.object({ file: z.string(), lines: z.number(), sha256: z.string() });

describe.skipIf(!isThere)(`real dumps (${isThere ? folder : `skipped: no ${folder}`})`, () => {
  it('have the lines and bytes that their gold standard counts', async () => {
    const golds = (await readdir(folder)).filter((name) => name.endsWith('.gold.json'));
    expect(golds).not.toEqual([]);
    for (const name of golds) {
      const gold = goldShape.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
      const bytes = await readFile(join(folder, gold.file));
      const reading = readSource(() => bytes, gold.file, gold.file);
      if (reading.kind === 'refused') throw new Error(`${gold.file}: ${reading.message}`);
      expect(reading.head).toMatchObject({ lines: gold.lines, sha256: gold.sha256, problems: [] });
    }
  });
});
