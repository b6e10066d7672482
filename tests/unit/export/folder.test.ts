/** What else may lie in the folder that notes are exported to, and what its user may do to its files. */
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TargetFolder } from '../../../main/core/export/target-folder.ts';
import { inWords } from '../../support/in-words.ts';
import { makeTempFolder, openTestApp } from '../../support/core.ts';

const TEXTS = [
  '# Ferry\n\nThe ferry crosses the sound at noon. The ferryman keeps a book.\n',
  '# Lamp\n\nThe lamp burns until four. Nobody lights it.\n',
];
const FERRY = 'Ferry.md';
const LAMP = 'Lamp.md';

async function setUp() {
  const { app, importText } = await openTestApp();
  const [ferry = ''] = await importText('ferry.md', TEXTS[0] ?? '');
  const [lamp = ''] = await importText('lamp.md', TEXTS[1] ?? '');
  const out = join(await makeTempFolder(), 'notes');
  const annotate = (articleId: string, exact: string, note = '') =>
    app.call('annotations.create', { articleId, quote: { exact }, note });
  const crosses = await annotate(ferry, 'crosses the sound', 'Why?');
  const book = await annotate(ferry, 'keeps a book', 'Whose?');
  await annotate(lamp, 'burns until four');
  const run = (overwrite: string[] = []) => app.call('export.markdown', { out, overwrite });
  const read = (name: string) => readFile(join(out, name), 'utf8');
  const write = (name: string, text: string | Uint8Array) => writeFile(join(out, name), text);
  const note = (id: string, text: string) =>
    app.call('annotations.update', { id, change: { note: text } });
  await run();
  return { app, ferry, lamp, out, annotate, crosses, book, run, read, write, note };
}

/** The second passage of the ferry with all that belongs to it. */
const BOOK = /> keeps a book[^]*?Whose\?\n/u;

describe('passages that their user moved to another file', () => {
  async function moveBook(name: string) {
    const test = await setUp();
    const text = await test.read(FERRY);
    const moved = BOOK.exec(text)?.[0] ?? '';
    await test.write(FERRY, text.replace(BOOK, ''));
    const before = name === LAMP ? await test.read(LAMP) : '# My essay\n';
    await mkdir(join(test.out, 'drafts'));
    await test.write(name, `${before}\nMine above.\n\n${moved}\nMine below.\n`);
    return test;
  }

  it.each(['Essay.md', 'drafts/Essay.md', LAMP])('are kept up to date in %s', async (name) => {
    const { app, annotate, ferry, book, run, read, note } = await moveBook(name);
    expect(await run()).toMatchObject({ written: 0, conflicts: [], failures: [] });

    await note(book.id, 'The ferryman’s?');
    await annotate(ferry, 'at noon');
    expect(await run()).toMatchObject({ written: 2, conflicts: [] });
    expect(await read(name)).toContain('The ferryman’s?\n\nMine below.');
    expect(await read(FERRY)).toContain('> at noon');
    expect(await read(FERRY)).not.toContain('> keeps a book');
    expect(await run()).toMatchObject({ written: 0, conflicts: [] });

    await app.call('annotations.delete', { id: book.id });
    await run();
    expect(await read(name)).toMatch(/> keeps a book\n\n\^lectern-\S+\n\n\*\(Deleted/u);
  });

  it('are edited there as in their own', async () => {
    const { book, run, read, write, note } = await moveBook('Essay.md');
    await run();
    await write('Essay.md', (await read('Essay.md')).replace('Whose?', 'Whose, I ask?'));
    await note(book.id, 'Never mind.');
    const { conflicts } = await run();
    expect(conflicts).toMatchObject([
      { path: 'Essay.md', annotationId: book.id, file: 'Whose, I ask?', lectern: 'Never mind.' },
    ]);
    expect(await run(conflicts.map(({ id }) => id))).toMatchObject({ written: 1, conflicts: [] });
    expect(await read('Essay.md')).toContain('Never mind.\n\nMine below.');
  });

  it('are moved back, and taken out', async () => {
    const { book, run, read, write, note } = await moveBook('Essay.md');
    await run();
    const moved = BOOK.exec(await read('Essay.md'))?.[0] ?? '';
    await write('Essay.md', '# My essay\n');
    expect((await run()).conflicts).toMatchObject([{ part: 'unit', annotationId: book.id }]);
    await write(FERRY, `${await read(FERRY)}\n${moved}`);
    await note(book.id, 'The ferryman’s?');
    expect(await run()).toMatchObject({ written: 1, conflicts: [] });
    expect(await read(FERRY)).toMatch(/The ferryman’s\?\n$/u);
  });

  it('stay where they are when their own file is deleted', async () => {
    const { run, out, read } = await moveBook('Essay.md');
    await run();
    await rm(join(out, FERRY));
    expect(await run()).toMatchObject({ written: 1, conflicts: [] });
    expect(await read(FERRY)).toContain('> crosses the sound');
    expect(await read(FERRY)).not.toContain('> keeps a book');
    expect(await run()).toMatchObject({ written: 0, conflicts: [] });
  });
});

describe('links between notes', () => {
  it('lead to files where their user renamed them, as Obsidian keeps them', async () => {
    const { app, ferry, lamp, crosses, run, out, read, note } = await setUp();
    const links = `[[article/${lamp}|Lamp]] and [[note/${crosses.id}|crosses the sound]]`;
    await note(crosses.id, links);
    await app.call('articles.update', { ids: [lamp], change: { note: `[[article/${ferry}|x]]` } });
    await run();
    expect(await read(FERRY)).toContain('[[Lamp]] and [[Ferry#^lectern-');
    await rename(join(out, LAMP), join(out, 'A light.md'));
    await rename(join(out, FERRY), join(out, 'Boats.md'));
    // Obsidian has changed the links that lead there.
    for (const name of ['A light.md', 'Boats.md']) {
      const text = (await read(name)).replaceAll('[[Lamp]]', '[[A light|Lamp]]');
      await writeFile(join(out, name), text.replaceAll('[[Ferry', '[[Boats'));
    }
    expect(await run()).toMatchObject({ conflicts: [] });
    expect(await read('Boats.md')).toContain('[[A light|Lamp]] and [[Boats#^lectern-');
    expect(await read('A light.md')).toContain('[[Boats]]');
    expect(await run()).toMatchObject({ written: 0, conflicts: [] });
    const change = { note: `See [[article/${ferry}|x]].` };
    await app.call('articles.update', { ids: [lamp], change });
    expect(await run()).toMatchObject({ written: 1, conflicts: [] });
    expect(await read('A light.md')).toContain('See [[Boats|Ferry]].');
  });
});

describe('a file', () => {
  it('that was copied is one copy, the other one is theirs', async () => {
    const { crosses, run, out, read, note } = await setUp();
    await copyFile(join(out, FERRY), join(out, 'A ferry.md'));
    const copied = await read('A ferry.md');
    await note(crosses.id, 'Why at noon?');
    expect(await run()).toMatchObject({ written: 1, conflicts: [] });
    expect(await read(FERRY)).toContain('Why at noon?');
    expect(await read('A ferry.md')).toBe(copied);
  });

  it('of which they took the front matter away is known by its passages', async () => {
    const { crosses, run, out, read, write, note } = await setUp();
    await write(FERRY, (await read(FERRY)).replace(/^---[^]*?\n---\n/u, ''));
    await note(crosses.id, 'Why at noon?');
    expect(await run()).toMatchObject({ written: 1, conflicts: [] });
    expect(await read(FERRY)).toMatch(/^\n# Ferry[^]*Why at noon\?/u);
    expect((await readdir(out)).sort()).toEqual([FERRY, LAMP]);
  });

  it('that isn’t UTF-8 stays as it is and stops no other', async () => {
    const { crosses, lamp, annotate, run, out, read, write, note } = await setUp();
    const bytes = Buffer.concat([Buffer.from(await read(FERRY)), Buffer.from([0x6d, 0xfc, 0x64])]);
    await write(FERRY, bytes);
    await note(crosses.id, 'Why at noon?');
    await annotate(lamp, 'Nobody');
    const result = await run();
    expect(result).toMatchObject({ files: [LAMP], written: 1, failures: [{ path: FERRY }] });
    expect(inWords(result.failures)).toMatchObject([
      { reason: expect.stringContaining('is not in UTF-8') },
    ]);
    expect(await readFile(join(out, FERRY))).toEqual(bytes);
    expect(await read(LAMP)).toContain('> Nobody');
  });

  it('of theirs is never written over, whatever it is called', async () => {
    const { ferry, run, out, read, write } = await setUp();
    await rm(join(out, FERRY));
    await write(FERRY, 'Mine.');
    await write(`Ferry ${ferry}.md`, 'Mine too.');
    await symlink(join(out, 'nowhere'), join(out, `Ferry ${ferry} 2.md`));
    await mkdir(join(out, `Ferry ${ferry} 3.md`));
    expect(await run()).toMatchObject({ written: 1, failures: [] });
    expect(await read(`Ferry ${ferry} 4.md`)).toContain('> crosses the sound');
    expect(await read(FERRY)).toBe('Mine.');
    expect(await read(`Ferry ${ferry}.md`)).toBe('Mine too.');
  });

  it('behind a link is changed where it lies, also in a folder behind one', async () => {
    const { crosses, run, out, read, note } = await setUp();
    const elsewhere = await makeTempFolder();
    await rename(join(out, FERRY), join(elsewhere, 'Ferries.md'));
    await symlink(join(elsewhere, 'Ferries.md'), join(out, 'Linked.md'));
    await note(crosses.id, 'Why at noon?');
    expect(await run()).toMatchObject({ files: [LAMP, 'Linked.md'], written: 1 });
    expect((await lstat(join(out, 'Linked.md'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(elsewhere, 'Ferries.md'), 'utf8')).toContain('Why at noon?');

    await rm(join(out, 'Linked.md'));
    await symlink(elsewhere, join(out, 'linked'));
    await symlink(out, join(elsewhere, 'round'));
    await note(crosses.id, 'Why at all?');
    expect(await run()).toMatchObject({ files: [LAMP, 'linked/Ferries.md'], written: 1 });
    expect(await read('linked/Ferries.md')).toContain('Why at all?');
  });

  it('that may only be read is left so, told, and stops no other', async () => {
    const { crosses, lamp, annotate, run, out, read, note } = await setUp();
    await chmod(join(out, FERRY), 0o444);
    await note(crosses.id, 'Why at noon?');
    await annotate(lamp, 'Nobody');
    await chmod(join(out, LAMP), 0o600);
    expect(await run()).toMatchObject({ written: 1, failures: [{ path: FERRY }] });
    expect(await read(FERRY)).not.toContain('Why at noon?');
    expect((await stat(join(out, FERRY))).mode & 0o777).toBe(0o444);
    expect((await stat(join(out, LAMP))).mode & 0o777).toBe(0o600);
    await chmod(join(out, FERRY), 0o644);
    expect(await run()).toMatchObject({ written: 1, conflicts: [], failures: [] });
  });

  it('that was written in since it was read is not written over', async () => {
    const { out, read, write } = await setUp();
    const target = new TargetFolder(out);
    const before = await read(FERRY);
    await write(FERRY, `${before}Mine.\n`);
    expect(await target.write({ path: FERRY, content: 'Lectern’s' }, before)).toBe(false);
    expect(await target.write({ path: FERRY, content: 'Lectern’s' }, null)).toBe(false);
    expect(await read(FERRY)).toBe(`${before}Mine.\n`);
  });

  it('in which nothing changes is not written', async () => {
    const { run, out } = await setUp();
    const before = await stat(join(out, FERRY));
    await run();
    const after = await stat(join(out, FERRY));
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
  });
});
