import { readdirSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plannedSourceSchema, type PlannedSource } from '../../../main/shared/contract.ts';
import { makeTempFolder, openTestApp } from '../../support/core.ts';
import { generateDump, LAYOUT_NAMES } from '../../property/dump/generate.ts';
import { run } from './run.ts';
import { inWords } from '../../support/in-words.ts';

const DUMPS = join(import.meta.dirname, '../../fixtures/dump/unseen');

const answerShape = z.object({ sources: z.array(plannedSourceSchema) });

/** Everything but the ids, which each process makes for itself. */
function segmentation(sources: readonly PlannedSource[]) {
  return sources.map(({ articles, ...source }) => ({
    ...source,
    articles: articles.map(({ id: _id, parentId, ...article }) => ({
      ...article,
      inside: articles.findIndex(({ id }) => id === parentId),
    })),
  }));
}

describe('the command line and the review', () => {
  it.each(LAYOUT_NAMES)('see the same articles in the same lines: %s', async (layout) => {
    const { lines, markdown } = generateDump(4711, { layout });
    const folder = await makeTempFolder();
    const path = join(folder, markdown ? 'dump.md' : 'dump.txt');
    await writeFile(path, lines.join('\n'));
    const { app } = await openTestApp();
    const plan = await app.call('imports.plan', { paths: [path] });
    const argv = ['import', path, '--dry-run', '--json'];
    const { stdout } = await run(argv, { library: join(folder, 'library') });
    const { sources } = answerShape.parse(JSON.parse(stdout));
    expect(sources[0]?.articles.length).toBeGreaterThan(1);
    expect(inWords(segmentation(sources))).toEqual(inWords(segmentation(plan.sources)));
  });

  it('see the same articles in every fixture', { timeout: 60_000 }, async () => {
    const folder = await makeTempFolder();
    const dumps = join(folder, 'dumps');
    await mkdir(dumps);
    for (const name of readdirSync(DUMPS).filter((each) => each.endsWith('.txt'))) {
      await copyFile(join(DUMPS, name), join(dumps, name));
    }
    const { app } = await openTestApp();
    const plan = await app.call('imports.plan', { paths: [dumps] });
    const argv = ['import', dumps, '--dry-run', '--json'];
    const { stdout } = await run(argv, { library: join(folder, 'library') });
    const { sources } = answerShape.parse(JSON.parse(stdout));
    expect(sources.length).toBe(readdirSync(dumps).length);
    expect(inWords(segmentation(sources))).toEqual(inWords(segmentation(plan.sources)));
  });
});
