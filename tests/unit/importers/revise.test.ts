import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlannedSource } from '../../../main/shared/contract.ts';
import type { Revision } from '../../../main/shared/revisions.ts';
import { makeTempFolder, openTestApp } from '../../support/core.ts';
import { inWords } from '../../support/in-words.ts';

const BODY = [
  'The ferry crosses the sound at noon and again at dusk, and the ferryman keeps a book of it.',
  'Nobody has counted the lamps along the quay since the harbour board was dissolved.',
];

/** Three posts boxed by rules of 12 lines each, the title in their second line. */
const DUMP = ['The noon ferry', 'Lamps on the quay', 'A gale in March']
  .map((title, nth) =>
    [
      '====================',
      title,
      '====================',
      `May ${nth + 4}, 2024`,
      '',
      BODY[0],
      '',
      'Smoke over the strait',
      '',
      BODY[1],
      `It was the end of ${title}.`,
      '',
    ].join('\n'),
  )
  .join('\n');

async function setUp(text = DUMP, name = 'coast.txt') {
  const { app } = await openTestApp();
  const path = join(await makeTempFolder(), name);
  await writeFile(path, text);
  const plan = await app.call('imports.plan', { paths: [path] });
  const revise = (...revisions: Revision[]) =>
    app.call('imports.revise', { planId: plan.id, source: 0, revisions });
  const [source] = plan.sources;
  if (source === undefined) throw new Error('Nothing was planned');
  return { app, path, plan, source, revise };
}

function titles({ articles }: PlannedSource): string[] {
  return articles.map(({ title, parentId }) => (parentId === null ? title : `> ${title}`));
}

function lineRanges({ articles }: PlannedSource): string[] {
  return articles.map(({ startLine, endLine }) => `${startLine}-${endLine}`);
}

describe('a revision', () => {
  it('splits an article at a line, whose text becomes the title', async () => {
    const { source, revise } = await setUp();
    expect(lineRanges(source)).toEqual(['2-12', '14-24', '26-35']);
    const split = await revise({ kind: 'split', line: 8 });
    expect(titles(split)).toEqual([
      'The noon ferry',
      'Smoke over the strait',
      'Lamps on the quay',
      'A gale in March',
    ]);
    expect(lineRanges(split).slice(0, 2)).toEqual(['2-7', '8-12']);
    const [first, second] = split.articles;
    expect(first).toMatchObject({ published: '2024-05-04', id: source.articles[0]?.id });
    expect(second?.excerpt).toMatch(/^Nobody has counted/);
    expect(inWords(second)).toMatchObject({ confidence: 1, reasons: ['you made it begin here'] });
  });

  it('takes the first words for a title where an article is split in a paragraph', async () => {
    const paragraph = `${BODY.join(' ')} `.repeat(3).trim();
    const { revise } = await setUp(`A title over it\n\nSome words first.\n\n${paragraph}\n`);
    const split = await revise({ kind: 'split', line: 5 });
    expect(titles(split)[1]).toMatch(/^The ferry crosses the sound .*…$/);
    expect(split.articles[1]?.excerpt).toMatch(/^The ferry crosses/);
  });

  it('merges an article with the one before, with the lines between', async () => {
    const { source, revise } = await setUp();
    const merged = await revise({ kind: 'merge', line: 14 });
    expect(titles(merged)).toEqual(['The noon ferry', 'A gale in March']);
    expect(lineRanges(merged)[0]).toBe('2-24');
    expect(merged.unassigned.length).toBe(source.unassigned.length - 1);
    expect(merged.articles[0]?.words).toBeGreaterThan((source.articles[0]?.words ?? 0) * 2 - 4);
  });

  it('makes an article a section of the one before, and an article of a section', async () => {
    const { revise } = await setUp();
    const section = { kind: 'section', line: 14 } as const;
    expect(titles(await revise(section))).toEqual([
      'The noon ferry',
      '> Lamps on the quay',
      'A gale in March',
    ]);
    expect(titles(await revise(section, { kind: 'split', line: 14 }))).toEqual([
      'The noon ferry',
      'Lamps on the quay',
      'A gale in March',
    ]);
  });

  it('gives a title, and keeps it when the lines change', async () => {
    const { revise } = await setUp();
    const revised = await revise(
      { kind: 'retitle', line: 2, title: 'Noon' },
      { kind: 'split', line: 8 },
    );
    expect(titles(revised)[0]).toBe('Noon');
    expect(revised.articles[0]?.excerpt).toBe(BODY[0]);
  });

  it('moves a beginning up and down, and reads the title there', async () => {
    const { revise } = await setUp();
    const down = await revise({ kind: 'move', line: 14, to: 20 });
    expect(titles(down)[1]).toBe('Smoke over the strait');
    expect(lineRanges(down).slice(0, 2)).toEqual(['2-12', '20-24']);
    expect(down.unassigned.find(({ startLine }) => startLine === 13)?.endLine).toBe(19);
    const up = await revise({ kind: 'move', line: 14, to: 8 });
    expect(lineRanges(up).slice(0, 2)).toEqual(['2-7', '8-24']);
    expect(titles(up)[1]).toBe('Smoke over the strait');
  });

  it('leaves an article out, and its lines then belong to none', async () => {
    const { app, plan, revise } = await setUp();
    const { leftOut, articles } = await revise({ kind: 'leaveOut', line: 14 });
    expect(leftOut).toEqual([articles[1]?.id]);
    expect(await app.call('imports.commit', { planId: plan.id })).toMatchObject({ added: 2 });
    const { sources } = await app.call('library.overview', {});
    expect(sources[0]?.unassigned).toContainEqual({ startLine: 14, endLine: 24 });
  });

  it('drops lines from the text', async () => {
    const { app, plan, revise } = await setUp();
    await revise({ kind: 'drop', startLine: 11, endLine: 11 });
    const { articleIds } = await app.call('imports.commit', { planId: plan.id });
    const { markdown } = await app.call('articles.get', { id: articleIds[0] ?? '' });
    expect(markdown).toContain('Nobody has counted');
    expect(markdown).not.toContain('It was the end');
  });

  it('is undone by leaving it out of the list', async () => {
    const { source, revise } = await setUp();
    await revise({ kind: 'split', line: 8 }, { kind: 'merge', line: 14 });
    expect(await revise()).toEqual(source);
  });

  it('is what the commit adds', async () => {
    const { app, plan, revise } = await setUp();
    await revise({ kind: 'split', line: 8 }, { kind: 'retitle', line: 8, title: 'Smoke' });
    expect(await app.call('imports.commit', { planId: plan.id })).toMatchObject({ added: 4 });
    const { articles } = await app.call('articles.list', { sort: 'title', descending: false });
    expect(articles.map(({ title }) => title)).toContain('Smoke');
    expect((await app.call('library.verify', {})).problems).toEqual([]);
  });

  it.each<[string, Revision]>([
    ['there is no article before', { kind: 'merge', line: 2 }],
    ['no article begins there', { kind: 'retitle', line: 5, title: 'x' }],
    ['one begins there already', { kind: 'split', line: 14 }],
    ['the file has no such line', { kind: 'split', line: 900 }],
    ['it would have no lines left', { kind: 'move', line: 14, to: 25 }],
    ['another article stands in between', { kind: 'move', line: 26, to: 3 }],
    ['the line is a title', { kind: 'drop', startLine: 14, endLine: 14 }],
  ])('is refused where %s', async (_, revision) => {
    const { app, plan } = await setUp();
    const input = { planId: plan.id, source: 0, revisions: [revision] };
    const outcome = await app.dispatch('imports.revise', input);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad_input' } });
  });
});

describe('a source under review', () => {
  it('shows its lines by number', async () => {
    const { app, plan } = await setUp();
    const found = await app.call('imports.lines', {
      planId: plan.id,
      source: 0,
      startLine: 2,
      endLine: 4,
    });
    expect(found).toEqual({
      total: 35,
      lines: ['The noon ferry', '====================', 'May 4, 2024'],
    });
  });

  it('is refused when its file changed', async () => {
    const { app, path, plan } = await setUp();
    await writeFile(path, 'other\n');
    const input = { planId: plan.id, source: 0, startLine: 1, endLine: 1 };
    expect(await app.dispatch('imports.lines', input)).toMatchObject({
      ok: false,
      error: { code: 'unreadable' },
    });
  });

  it('keeps the front matter of a Markdown note out of its text', async () => {
    const note =
      '---\ntitle: Tides\nauthor: Ada\n---\n\n# Tides\n\nHigh water.\n\n## Ebb\n\nLow.\n';
    const { app, plan, revise } = await setUp(note, 'note.md');
    const revised = await revise({ kind: 'split', line: 10 });
    expect(titles(revised)).toEqual(['Tides', 'Ebb']);
    expect(revised.articles[0]).toMatchObject({ byline: 'Ada', excerpt: 'High water.' });
    const { articleIds } = await app.call('imports.commit', { planId: plan.id });
    const { markdown } = await app.call('articles.get', { id: articleIds[0] ?? '' });
    expect(markdown.trim()).toBe('High water.');
  });

  it('can’t be revised where its articles aren’t runs of lines', async () => {
    const page = '<!doctype html><title>A page</title><article><p>Words enough to be read.</p>';
    const { app, plan, source } = await setUp(page, 'page.html');
    expect(source.revisable).toBe(false);
    const input = { planId: plan.id, source: 0, revisions: [] };
    expect(await app.dispatch('imports.revise', input)).toMatchObject({
      ok: false,
      error: { code: 'unsupported' },
    });
  });
});
