/**
 * `npx vitest bench tests/bench/annotations.bench.ts --run` prints what the core needs for highlights
 * in a long article with many of them, beside the same in an article of one page with a few.
 * LECTERN_BENCH_HIGHLIGHTS (2,000) and LECTERN_BENCH_LENGTH (1,000,000) set how many, and how long.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { createApp, type App } from '../../main/core/app.ts';
import { createRandom } from '../property/dump/random.ts';
import { testPorts } from '../support/core.ts';

const HIGHLIGHTS = Number(process.env['LECTERN_BENCH_HIGHLIGHTS'] ?? 2000);
const LENGTH = Number(process.env['LECTERN_BENCH_LENGTH'] ?? 1_000_000);
const WORDS = 'harbour lamp tide keeper signal rope ledger clock winter river north gale'.split(
  ' ',
);

const root = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
const few = await measure('few', 3000, 6);
const many = await measure('many', LENGTH, HIGHLIGHTS);
await rm(root, { recursive: true });
console.log(
  [
    '',
    `${HIGHLIGHTS} highlights in ${LENGTH} characters, beside 6 in 3000`,
    ...Object.entries(many).map(([name, ms]) => {
      const small = few[name] ?? ms;
      return `  ${name.padEnd(34)}${ms.toFixed(1).padStart(9)} ms ${(ms / small).toFixed(1).padStart(7)}x`;
    }),
    '',
  ].join('\n'),
);

describe('annotations', () => {
  // vitest bench wants one; the measurements above are printed by themselves.
  bench('(see above)', () => {}, { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 });
});

async function measure(
  name: string,
  length: number,
  count: number,
): Promise<Record<string, number>> {
  const app = await createApp(testPorts(join(root, name)));
  const text = textOf(length);
  const articleId = await importText(app, name, text);
  const made: Record<string, number> = {};
  const at = (n: number) => Math.floor((n * length * 0.95) / count);
  const create = (n: number) =>
    app.call('annotations.create', { articleId, range: { start: at(n) + 3, end: at(n) + 60 } });
  const first = await create(0);
  made['make them all, each'] =
    (await timed(async () => {
      for (let n = 1; n < count - 5; n += 1) await create(n);
    })) / Math.max(1, count - 6);
  made['list them'] = await median(5, () => app.call('annotations.list', { articleId }));
  made['make one more'] = await median(5, (n) => create(count - 5 + n));
  made['write a note'] = await median(5, (n) =>
    app.call('annotations.update', { id: first.id, change: { note: `note ${n}` } }),
  );
  made['move an end'] = await median(5, (n) =>
    app.call('annotations.update', { id: first.id, change: { range: { start: 3, end: 50 + n } } }),
  );
  const { annotations } = await app.call('annotations.list', { articleId });
  const last = annotations.slice(-5);
  made['delete one'] = await median(5, (n) =>
    app.call('annotations.delete', { id: last[n]?.id ?? '' }),
  );
  const ids = annotations.slice(0, -5).map(({ id }) => id);
  made['tag all of them'] = await timed(async () => {
    const tag = await app.call('tags.ensure', { name: 'all' });
    await app.call('annotations.updateMany', { ids, change: { addTags: [tag.id] } });
  });
  made['all notes of the library'] = await median(3, () => app.call('notes.list', {}));
  await importText(app, name, `An added head.\n\n${text.replaceAll('lamp', 'lantern')}`);
  made['find all again in a new version'] = await timed(() =>
    app.call('annotations.list', { articleId }),
  );
  await app.close();
  return made;
}

async function importText(app: App, name: string, text: string): Promise<string> {
  const path = join(root, `${name}.md`);
  await writeFile(path, `---\ntitle: ${name}\nurl: https://example.org/${name}\n---\n\n${text}\n`);
  const { id } = await app.call('imports.plan', { paths: [path] });
  await app.call('imports.commit', { planId: id });
  return (await app.call('articles.list', {})).articles[0]?.id ?? '';
}

function textOf(length: number): string {
  const random = createRandom(3);
  const paragraphs: string[] = [];
  for (let done = 0; done < length;) {
    const words = Array.from({ length: 60 }, () => random.pick(WORDS));
    const paragraph = `${words.join(' ')} ${done}.`;
    paragraphs.push(paragraph);
    done += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

async function median(times: number, run: (n: number) => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) all.push(await timed(() => run(n)));
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

/** Milliseconds. */
async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}
