import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockUuid } from '../../../main/core/export/block-uuid.ts';
import { makeTempFolder, openTestApp } from '../../support/core.ts';

const TEXT = '# The noon ferry\n\nThe ferry crosses the sound at noon.\n';
const MINE = {
  name: 'Mine',
  properties: 'id' as const,
  head: '{{ title | upcase }}',
  passage: '{{ text }} ({{ id }})\n{% if note != "" %}=> {{ note }}{% endif %}',
};

async function setUp() {
  const { app, importText } = await openTestApp();
  const [id = ''] = await importText('ferry.md', TEXT);
  const made = await app.call('annotations.create', {
    articleId: id,
    quote: { exact: 'crosses the sound' },
    note: 'Why?',
  });
  const out = join(await makeTempFolder(), 'notes');
  const file = join(out, 'The noon ferry.md');
  return { app, id, made, out, file };
}

describe('a template of one’s own', () => {
  it('makes the files, and is found by its name', async () => {
    const { app, id, made, out, file } = await setUp();
    await app.call('templates.save', MINE);
    await app.call('export.markdown', { out, template: 'mine' });
    expect(await readFile(file, 'utf8')).toBe(
      `---\nid: ${id}\n---\n\nTHE NOON FERRY\n\ncrosses the sound (lectern-${made.id})\n=> Why?\n`,
    );
    expect(await app.call('export.markdown', { out, template: 'mine' })).toMatchObject({
      written: 0,
    });
  });

  it('lets an edited note come back without its dress', async () => {
    const { app, out, file } = await setUp();
    const { id } = await app.call('templates.save', MINE);
    await app.call('export.markdown', { out, template: id });
    await writeFile(file, (await readFile(file, 'utf8')).replace('Why?', 'Why at noon?'));
    const { conflicts } = await app.call('export.preview', { out, template: id });
    expect(conflicts).toMatchObject([{ part: 'note', note: 'Why at noon?' }]);
  });

  it('can follow another in the same files', async () => {
    const { app, made, out, file } = await setUp();
    await app.call('export.markdown', { out });
    await app.call('export.markdown', { out, template: 'logseq' });
    const text = await readFile(file, 'utf8');
    expect(text).toContain(
      `- > crosses the sound\n  id:: ${blockUuid(`lectern-${made.id}`)}\n  anchor:: lectern-${made.id}\n  - Why?`,
    );
    expect(text.match(/crosses the sound\n/gu)).toHaveLength(1);
    await app.call('export.markdown', { out });
    const { conflicts } = await app.call('export.preview', { out });
    expect(conflicts).toEqual([]);
  });

  it('is listed after the built-in ones, changed, and deleted', async () => {
    const { app } = await setUp();
    const { id } = await app.call('templates.save', MINE);
    await app.call('templates.save', { ...MINE, id, name: 'Ours' });
    const { templates } = await app.call('templates.list', {});
    expect(templates.map(({ name, builtIn }) => [name, builtIn])).toEqual([
      ['Obsidian', true],
      ['Logseq', true],
      ['Plain', true],
      ['Ours', false],
    ]);
    await app.call('templates.delete', { id });
    expect((await app.call('templates.list', {})).templates).toHaveLength(3);
  });
});

describe('the files of any template', () => {
  it.each([
    ['ids twice', '> {{ text }}\n^{{ id }}\n\n{{ note }}\n\n^{{ id }}'],
    [
      'the id on the line of the words',
      '> {{ text }} ^{{ id }}\n{% if note != "" %}\n{{ note }}{% endif %}',
    ],
    ['the id in a block of code', '```\n{{ text }}\n{{ id }}\n```\n{{ note }}'],
    [
      'all in a callout',
      '> [!quote] {{ colorName }}\n> {{ text }}\n> ^{{ id }}\n> {{ note | replace: "\n", "\n> " }}',
    ],
    [
      'loops and white space taken away',
      '{% for tag in tags %}- {{ tag | upcase }}\n{% endfor %}{{ text }} ({{ id }})\n{%- unless note == "" -%}\n{{ note }}\n{%- endunless -%}',
    ],
    [
      'HTML',
      '<div id="{{ id }}">\n<q>{{ text | escape }}</q>\n<p>{{ note | newline_to_br }}</p>\n</div>',
    ],
    ['a row of a table', '| {{ text | oneline }} | {{ note | oneline }} | {{ id }} |'],
    ['the note before the words', '{{ note }}\n\n{{ text }} [{{ id }}]'],
  ])('with %s are brought up to date, and become another’s', async (name, passage) => {
    const { app, id, made, out, file } = await setUp();
    const again = await app.call('templates.save', { ...MINE, name, head: '', passage });
    const run = (folder: string, template: string) =>
      app.call('export.markdown', { out: folder, template });
    await app.call('annotations.update', { id: made.id, change: { note: 'Why?\n\n- a\n- b' } });
    await run(out, again.id);
    expect(await run(out, again.id)).toMatchObject({ written: 0, conflicts: [] });

    await app.call('annotations.update', { id: made.id, change: { note: 'Quite another one' } });
    const quote = { exact: 'at noon' };
    await app.call('annotations.create', { articleId: id, quote, note: 'And here' });
    for (const [at, template] of [again.id, 'plain'].entries()) {
      await run(out, template);
      expect(await run(out, template)).toMatchObject({ written: 0, conflicts: [] });
      const fresh = join(out, '..', `fresh-${at}`);
      await run(fresh, template);
      expect(await readFile(file, 'utf8')).toBe(
        await readFile(join(fresh, 'The noon ferry.md'), 'utf8'),
      );
    }
  });
});

describe('a template with a fault', () => {
  it.each([
    ['head', '{{ title }}\n{{ nothing }}', 2, 'undefined variable: nothing'],
    ['head', 'a\n\n{% if title %}', 3, 'not closed'],
    ['passage', '{{ id | nope }}', 1, 'undefined filter: nope'],
    ['passage', '{{ id }}\n{% include "secrets" %}', 2, 'Failed to lookup'],
    ['passage', '{{ id }}{% for i in (1..999999999) %}x{% endfor %}', 1, 'limit exceeded'],
    ['passage', '{{ text }}', 1, '{{ id }} is missing'],
    ['passage', '{{ id.constructor }}', 1, 'undefined variable'],
  ])('in its %s is told with its line: %s', async (part, text, line, words) => {
    const { app, out } = await setUp();
    const draft = { ...MINE, [part]: text };
    const saved = await app.dispatch('templates.save', draft);
    expect(saved).toMatchObject({
      ok: false,
      error: { code: 'bad_input', details: { part, line } },
    });
    expect(JSON.stringify(saved)).toContain(words);
    const { name: _, ...parts } = draft;
    expect(await app.dispatch('export.preview', { out, draft: parts })).toMatchObject({
      ok: false,
      error: { code: 'bad_input', details: { part, line } },
    });
  });

  it('that is built in can’t be made at all', async () => {
    const { app } = await setUp();
    expect(await app.dispatch('templates.save', { ...MINE, id: 'obsidian' })).toMatchObject({
      error: { code: 'bad_input' },
    });
  });
});

describe('files for Logseq', () => {
  const properties = (text: string) => /^---\n([^]*?)---\n/u.exec(text)?.[1];

  it('have properties as its parser takes them, line by line and without quotes', async () => {
    const { app, importText } = await openTestApp();
    const [id = ''] = await importText('a.md', '# Fog: a log, in two parts\n\nThe fog, it came.\n');
    await app.call('annotations.create', { articleId: id, quote: { exact: 'The fog' } });
    const out = join(await makeTempFolder(), 'notes');
    const run = () => app.call('export.markdown', { out, template: 'logseq' });
    const read = () => readFile(join(out, 'Fog a log, in two parts.md'), 'utf8');
    await run();
    const first = `id: ${id}
title: Fog a log, in two parts
source: a.md
author:
published:
created: 2026-01-02T03:04:05.000Z
`;
    expect(properties(await read())).toBe(`${first}tags:\n`);

    const tags = await Promise.all(
      ['Coast', 'Two words'].map((name) => app.call('tags.ensure', { name })),
    );
    const change = { tags: tags.map((tag) => tag.id) };
    await app.call('articles.update', { ids: [id], change });
    await run();
    expect(properties(await read())).toBe(`${first}tags: Coast, Two-words\n`);

    await writeFile(
      join(out, 'Fog a log, in two parts.md'),
      (await read()).replace('tags: Coast', 'tags: mine, Coast'),
    );
    await app.call('articles.update', { ids: [id], change: { tags: change.tags.slice(0, 1) } });
    await run();
    expect(properties(await read())).toBe(`${first}tags: mine, Coast\n`);
    expect(await run()).toMatchObject({ written: 0 });
  });

  it('are pages of different names, also where articles have one title', async () => {
    const { app, importText } = await openTestApp();
    const out = join(await makeTempFolder(), 'notes');
    for (const name of ['one', 'two']) {
      const [id = ''] = await importText(`${name}.md`, `# Fog\n\nThe fog came in from ${name}.\n`);
      await app.call('annotations.create', { articleId: id, quote: { exact: 'The fog' } });
    }
    const { files } = await app.call('export.markdown', { out, template: 'logseq' });
    const texts = await Promise.all(files.map((file) => readFile(join(out, file), 'utf8')));
    const titles = texts.map((text) => /^title: (.*)$/mu.exec(text)?.[1]);
    expect(titles).toEqual(files.map((file) => file.replace('.md', '')));
    expect(new Set(titles).size).toBe(2);
  });

  it('become Obsidian’s and are Logseq’s again, with all that is theirs', async () => {
    const { app, out, file } = await setUp();
    await app.call('export.markdown', { out });
    const before = await readFile(file, 'utf8');
    await app.call('export.markdown', { out, template: 'logseq' });
    expect(properties(await readFile(file, 'utf8'))).toMatch(/^id: .*\ntitle: [^]*\ntags:\n$/u);
    expect(await readFile(file, 'utf8')).not.toContain('description');
    await app.call('export.markdown', { out });
    const keys = (text: string) => properties(text)?.match(/^\w+/gmu)?.toSorted();
    expect(keys(await readFile(file, 'utf8'))).toEqual(keys(before));
  });
});

it('a template that is being written is seen in some files, and marks nothing in others', async () => {
  const { app, importText } = await openTestApp();
  const out = join(await makeTempFolder(), 'notes');
  for (let at = 0; at < 30; at += 1) {
    const [id = ''] = await importText(`${at}.md`, `# Fog ${at}\n\nThe fog of day ${at} came.\n`);
    await app.call('annotations.create', { articleId: id, quote: { exact: `day ${at}` } });
  }
  await app.call('export.markdown', { out });
  const { name: _, ...draft } = MINE;
  const { files } = await app.call('export.preview', { out, draft: { ...draft, links: 'wiki' } });
  expect(files).toHaveLength(25);
  for (const { content } of files) expect(content).not.toContain('Deleted in Lectern');
});

it.each(['obsidian', 'logseq', 'plain'])(
  'a block of code that a note leaves open ends with the note, by the template %s',
  async (template) => {
    const { app, id, made, out, file } = await setUp();
    const change = { note: 'Look:\n\n```js\nopen()' };
    await app.call('annotations.update', { id: made.id, change });
    await app.call('articles.update', { ids: [id], change: { note: '~~~~\n~~~\nopen' } });
    const run = () => app.call('export.markdown', { out, template });
    await run();
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(/open\(\)\n\s*```\n/u);
    expect(text).toMatch(/~~~\n\s*open\n\s*~~~~\n/u);
    expect(await run()).toMatchObject({ written: 0, conflicts: [] });
    await writeFile(file, text.replace('Look:', 'Look here:'));
    const { conflicts } = await run();
    expect(conflicts).toMatchObject([{ note: 'Look here:\n\n```js\nopen()\n```' }]);
    const note = conflicts[0]?.note ?? '';
    await app.call('annotations.update', { id: made.id, change: { note } });
    expect(await run()).toMatchObject({ written: 0, conflicts: [] });
  },
);
