/**
 * A simulated user works in the folder of exported notes while the library changes: writes, edits,
 * moves and renames files, deletes passages in Lectern. Real files, real exports.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorsIn } from '../../../main/core/export/merge/locate.ts';
import { makeTempFolder, openTestApp } from '../../support/core.ts';

const TEXTS = {
  'ferry.md':
    '# Ferry\n\nThe ferry crosses the sound at noon. The ferryman keeps a book of the tides.\n',
  'lamp.md': '# Lamp\n\nThe lamp on the pier burns until four. Nobody lights it in summer.\n',
};
const QUOTES = ['crosses the sound', 'keeps a book', 'burns until four', 'Nobody lights it'];
const NOTES = ['', 'Why?', 'Two lines\nof a note', 'One paragraph.\n\n- and a list', '👍'];

const step = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    file: fc.nat(4),
    line: fc.nat(40),
    how: fc.constantFrom('block' as const, 'words' as const, 'line' as const),
  }),
  fc.record({ kind: fc.constant('move' as const), file: fc.nat(4), folder: fc.nat(2) }),
  fc.record({
    kind: fc.constant('note' as const),
    which: fc.nat(8),
    note: fc.constantFrom(...NOTES),
  }),
  fc.record({
    kind: fc.constant('articleNote' as const),
    which: fc.nat(1),
    note: fc.constantFrom(...NOTES),
  }),
  fc.record({ kind: fc.constant('annotate' as const), which: fc.nat(3) }),
  fc.record({ kind: fc.constant('delete' as const), which: fc.nat(8) }),
  fc.record({ kind: fc.constant('trash' as const), which: fc.nat(1) }),
  fc.record({
    kind: fc.constantFrom('split' as const, 'copy' as const, 'strip' as const, 'crlf' as const),
    file: fc.nat(4),
    to: fc.nat(4),
  }),
  // What was written isn't remembered any more; the files are by another template from now on.
  fc.record({ kind: fc.constant('forget' as const) }),
  fc.record({ kind: fc.constant('template' as const), which: fc.nat(2) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 4,
});

/** `LECTERN_PROPERTY_RUNS=500` for a long run. */
const RUNS = Number(process.env['LECTERN_PROPERTY_RUNS'] ?? 12);
const TEMPLATES = ['obsidian', 'logseq', 'plain'];

async function setUp(first: string) {
  const { app, folder: library, importText } = await openTestApp();
  let template = first;
  const articles: string[] = [];
  for (const [name, text] of Object.entries(TEXTS))
    articles.push(...(await importText(name, text)));
  const out = join(await makeTempFolder(), 'notes');
  let count = 0;
  let copied = false;
  /** Words of theirs that have come back into Lectern, where they may be changed. */
  const taken = new Set<string>();
  const files = async () => {
    const all = await readdir(out, { recursive: true }).catch(() => []);
    return all.filter((path) => path.endsWith('.md')).sort();
  };
  const read = (path: string) => readFile(join(out, path), 'utf8');
  const words = async () => {
    const texts = await Promise.all((await files()).map(read));
    return [...new Set(texts.flatMap(wordsIn))].filter((word) => !taken.has(word)).sort();
  };
  const run = () => app.call('export.markdown', { out, template });
  const annotations = async () => (await app.call('annotations.list', {})).annotations;

  async function write({ file, line, how }: Extract<Step, { kind: 'write' }>) {
    const all = await files();
    const path = all[file % all.length];
    if (path === undefined) return;
    const text = await read(path);
    const body = text.indexOf('\n---\n') + 5;
    const lines = text.slice(body).split('\n');
    const at = line % lines.length;
    const word = `mine${(count += 1)}x`;
    if (how === 'block') lines.splice(at, 0, '', word, '');
    else if (how === 'line') lines.splice(at, 0, word);
    else lines[at] = `${lines[at]} ${word}`;
    await writeFile(join(out, path), text.slice(0, body) + lines.join('\n'));
  }

  async function move({ file, folder }: Extract<Step, { kind: 'move' }>) {
    const all = await files();
    const path = all[file % all.length];
    if (path === undefined) return;
    const to = join(out, ['', 'kept', 'kept/deep'][folder] ?? '', `Renamed ${(count += 1)}.md`);
    await mkdir(dirname(to), { recursive: true });
    await rename(join(out, path), to);
  }

  type Change = 'split' | 'copy' | 'strip' | 'crlf';
  async function change({ kind, file, to }: Extract<Step, { kind: Change }>) {
    const all = await files();
    const path = all[file % all.length];
    if (path === undefined) return;
    const text = await read(path);
    const put = (name: string, content: string) => writeFile(join(out, name), content);
    if (kind === 'copy') copied = true;
    if (kind === 'copy') await put(`Copy ${(count += 1)}.md`, text);
    else if (kind === 'strip') await put(path, text.replace(/^---[^]*?\n---\r?\n/u, ''));
    else if (kind === 'crlf') await put(path, text.replaceAll(/(?<!\r)\n/gu, '\r\n'));
    else {
      const at = text.search(/\n(?:- )?[>“][^]*$/u);
      const other = all[to % all.length];
      if (at === -1 || other === undefined || other === path) return;
      // The lower half of a file goes to the end of another one, or into a new one.
      const half = text.indexOf('\n', at + (text.length - at) / 2) + 1;
      await put(path, text.slice(0, half));
      const target = to === 0 ? `Essay ${(count += 1)}.md` : other;
      const before = await read(target).catch(() => '# Essay\n\n');
      await put(target, `${before}\n${text.slice(half)}`);
    }
  }

  async function take(each: Step) {
    if (each.kind === 'write') return write(each);
    if ('to' in each) return change(each);
    if (each.kind === 'forget') {
      return rm(join(library, 'exports'), { recursive: true, force: true });
    }
    if (each.kind === 'template') {
      template = TEMPLATES[each.which] ?? template;
      return;
    }
    if (each.kind === 'move') return move(each);
    if (each.kind === 'annotate') {
      const articleId = articles[each.which < 2 ? 0 : 1] ?? '';
      const quote = { exact: QUOTES[each.which] ?? '' };
      await app.call('annotations.create', { articleId, quote }).catch(() => null);
      return;
    }
    const articleId = articles['which' in each ? each.which % articles.length : 0] ?? '';
    if (each.kind === 'articleNote') {
      await app.call('articles.update', { ids: [articleId], change: { note: each.note } });
    } else if (each.kind === 'trash') {
      await app.call('articles.trash', { ids: [articleId] });
      await run();
      await app.call('articles.restore', { ids: [articleId] });
    } else {
      const all = await annotations();
      const id = all[each.which % all.length]?.id;
      if (id === undefined) return;
      if (each.kind === 'delete') await app.call('annotations.delete', { id });
      else await app.call('annotations.update', { id, change: { note: each.note } });
    }
  }

  return { app, articles, taken, files, read, words, run, take, isCopied: () => copied };
}

function wordsIn(text: string): string[] {
  return text.match(/mine\d+x/gu) ?? [];
}

/** What was written is forgotten, and an article in the trash at the next export comes back after it. */
const FORGOTTEN_IN_THE_TRASH: Step[][] = [
  [
    { kind: 'write', file: 0, line: 23, how: 'block' },
    { kind: 'trash', which: 1 },
    { kind: 'template', which: 2 },
    { kind: 'delete', which: 2 },
  ],
  [
    { kind: 'forget' },
    { kind: 'split', file: 2, to: 1 },
    { kind: 'trash', which: 0 },
    { kind: 'move', file: 1, folder: 2 },
  ],
  [
    { kind: 'template', which: 0 },
    { kind: 'move', file: 1, folder: 2 },
    { kind: 'split', file: 3, to: 2 },
    { kind: 'trash', which: 1 },
  ],
];

describe.each(TEMPLATES)('a folder of notes by the template %s', (template) => {
  it('loses no word of its user, has every passage once, and settles at once', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        const test = await setUp(template);
        const { app, articles, files, read, words, run, take } = test;
        for (const [index] of QUOTES.entries()) await take({ kind: 'annotate', which: index });
        await app.call('articles.update', { ids: articles, change: { note: 'On the whole.' } });
        await run();
        for (const steps of all) {
          for (const each of steps) await take(each);
          const before = await words();
          const quoted = (await Promise.all((await files()).map(read))).join('\n');
          const { conflicts } = await run();
          expect(await words()).toEqual(before);
          const texts = await Promise.all((await files()).map(read));
          await expectOnce(test, texts, conflicts);
          // What was deleted in Lectern is marked and stays.
          for (const quote of QUOTES) {
            if (quoted.includes(quote)) expect(texts.join('\n')).toContain(quote);
          }
          expect(await run()).toMatchObject({ written: 0, conflicts });
          await takeConflicts(test, conflicts);
        }
        await app.close();
      }),
      { numRuns: RUNS, endOnFailure: true, examples: [[FORGOTTEN_IN_THE_TRASH]] },
    );
  });
});

/** Each passage stands somewhere, unless its user took it out; and not twice, unless they copied it. */
async function expectOnce(
  { app, isCopied }: Awaited<ReturnType<typeof setUp>>,
  texts: readonly string[],
  conflicts: readonly { annotationId: string | null; part: string }[],
) {
  const anchors = texts.flatMap((text) => text.split(/\r?\n/u).flatMap(anchorsIn));
  const { annotations } = await app.call('annotations.list', {});
  for (const { id } of annotations) {
    const places = anchors.filter((anchor) => anchor === `lectern-${id}`).length;
    const isOut = conflicts.some(
      ({ annotationId, part }) => annotationId === id && part === 'unit',
    );
    expect(places > 0 || isOut).toBe(true);
    if (!isCopied()) expect(places).toBeLessThanOrEqual(1);
  }
}

/** Each note that was edited in a file comes back, and is no conflict any more. */
async function takeConflicts(
  { app, taken, run }: Awaited<ReturnType<typeof setUp>>,
  conflicts: Awaited<ReturnType<Awaited<ReturnType<typeof setUp>>['run']>>['conflicts'],
) {
  for (const { annotationId, articleId, note } of conflicts) {
    if (note === null) continue;
    for (const word of wordsIn(note)) taken.add(word);
    const change = { note };
    if (annotationId !== null) await app.call('annotations.update', { id: annotationId, change });
    else await app.call('articles.update', { ids: [articleId ?? ''], change });
  }
  const after = await run();
  expect(after.conflicts.filter(({ note }) => note !== null)).toEqual([]);
}
