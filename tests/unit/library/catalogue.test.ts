import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../main/core/library/catalogue.ts';
import { makeTempFolder, testPorts, type TestPorts } from '../../support/core.ts';
import { makeArticle, makeSource, SOURCE_ID } from '../../support/entities.ts';
import { inWords } from '../../support/in-words.ts';

interface Opened {
  catalogue: Catalogue;
  folder: string;
  ports: TestPorts;
}

async function openCatalogue(
  folder?: string,
  options: { foldAt?: number; readOnly?: boolean } = {},
): Promise<Opened> {
  const home = folder ?? join(await makeTempFolder(), 'catalog');
  const ports = testPorts(home);
  const catalogue = await Catalogue.open({
    folder: home,
    readOnly: false,
    log: ports.log,
    now: () => ports.clock.now(),
    ...options,
  });
  return { catalogue, folder: home, ports };
}

function set(catalogue: Catalogue, id: string, order = 0): Promise<void> {
  return catalogue.commit(() => [{ op: 'setArticle', value: makeArticle(id, { order }) }]);
}

const idsIn = (catalogue: Catalogue) => [...catalogue.data.articles.keys()];

/** The ids that a new process finds. */
async function reopened(folder: string): Promise<Opened & { ids: string[] }> {
  const opened = await openCatalogue(folder);
  return { ...opened, ids: idsIn(opened.catalogue) };
}

describe('a catalogue', () => {
  it('appends one line for a change and leaves the rest alone', async () => {
    const { catalogue, folder } = await openCatalogue();
    await catalogue.commit(() => [{ op: 'setSource', value: makeSource(SOURCE_ID) }]);
    const before = await readFile(join(folder, 'journal.1.jsonl'), 'utf8');
    await set(catalogue, 'a1');
    const after = await readFile(join(folder, 'journal.1.jsonl'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length).match(/\n/g)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['journal.1.jsonl']);
    await catalogue.close();
  });

  it('runs commits one after another, each on what the one before has made', async () => {
    const { catalogue } = await openCatalogue();
    await set(catalogue, 'a1', 0);
    const increments = Array.from({ length: 30 }, () =>
      catalogue.commit(({ articles }) => {
        const order = (articles.get('a1')?.order ?? 0) + 1;
        return [{ op: 'setArticle', value: makeArticle('a1', { order }) }];
      }),
    );
    await Promise.all(increments);
    expect(catalogue.data.articles.get('a1')?.order).toBe(30);
    await catalogue.close();
  });

  it('replaces entities: whoever holds one still has it as it was', async () => {
    const { catalogue } = await openCatalogue();
    await set(catalogue, 'a1', 1);
    const held = catalogue.data.articles.get('a1');
    await set(catalogue, 'a1', 2);
    expect(held?.order).toBe(1);
    await catalogue.close();
  });

  it('takes back what could not be written', async () => {
    const { catalogue } = await openCatalogue();
    await set(catalogue, 'a1', 1);
    await catalogue.close();
    await expect(set(catalogue, 'a1', 2)).rejects.toThrow();
    expect(catalogue.data.articles.get('a1')?.order).toBe(1);
  });

  it('writes nothing for an empty batch or one whose making fails', async () => {
    const { catalogue, folder } = await openCatalogue();
    await catalogue.commit(() => []);
    await expect(
      catalogue.commit(() => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await set(catalogue, 'a1');
    expect((await readFile(join(folder, 'journal.1.jsonl'), 'utf8')).match(/\n/g)).toHaveLength(1);
    await catalogue.close();
  });
});

describe('folding', () => {
  it('leaves a snapshot and one short journal, and loses nothing that is written meanwhile', async () => {
    const { catalogue, folder } = await openCatalogue(undefined, { foldAt: 5000 });
    const ids = Array.from({ length: 300 }, (_, n) => `a${n}`);
    for (const id of ids) void set(catalogue, id);
    await set(catalogue, 'a0', 7);
    await catalogue.folded();
    await catalogue.close();
    const names = await readdir(folder);
    expect(names.filter((name) => name.startsWith('journal'))).toHaveLength(1);
    expect(names).toContain('snapshot.json');
    const again = await reopened(folder);
    expect(again.ids).toEqual(ids);
    expect(again.catalogue.data.articles.get('a0')?.order).toBe(7);
    expect(again.ports.logged).toEqual([]);
    await again.catalogue.close();
  });

  it('gives JSON that a person can read, one entity a line', async () => {
    const { catalogue, folder } = await openCatalogue(undefined, { foldAt: 1 });
    await set(catalogue, 'a1');
    await catalogue.folded();
    await catalogue.close();
    const text = await readFile(join(folder, 'snapshot.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ generation: 2, articles: [{ id: 'a1' }] });
    expect(text.split('\n')).toContain(JSON.stringify(makeArticle('a1')));
  });

  it('may be cut short at any step', async () => {
    const { catalogue, folder } = await openCatalogue();
    await set(catalogue, 'a1', 1);
    await catalogue.close();
    const before = join(folder, '..', 'before');
    await cp(folder, before, { recursive: true });
    const folding = await openCatalogue(folder, { foldAt: 1 });
    await set(folding.catalogue, 'a2', 2);
    await folding.catalogue.folded();
    await folding.catalogue.close();

    // The next journal is there, the snapshot isn't.
    await writeFile(join(before, 'journal.2.jsonl'), '');
    const first = await reopened(before);
    expect(first.ids).toEqual(['a1']);
    await set(first.catalogue, 'a2', 2);
    await first.catalogue.close();

    // The snapshot is there too, the old journal isn't deleted yet.
    await cp(join(folder, 'snapshot.json'), join(before, 'snapshot.json'));
    const second = await reopened(before);
    expect(second.ids).toEqual(['a1', 'a2']);
    expect(second.ports.logged).toEqual([]);
    expect((await readdir(before)).toSorted()).toEqual(['journal.2.jsonl', 'snapshot.json']);
    await second.catalogue.close();
  });

  it('that fails is told, and hurts nothing', async () => {
    const { catalogue, folder, ports } = await openCatalogue(undefined, { foldAt: 1 });
    // A folder with something in it can't be replaced by a file.
    await mkdir(join(folder, 'snapshot.json', 'in the way'), { recursive: true });
    await set(catalogue, 'a1');
    await catalogue.folded();
    await catalogue.close();
    await rm(join(folder, 'snapshot.json'), { recursive: true, force: true });
    expect(ports.logged.map(({ level }) => level)).toEqual(['warn']);
    const again = await reopened(folder);
    expect(again.ids).toEqual(['a1']);
    await again.catalogue.close();
  });
});

describe('damage', () => {
  async function withThree(): Promise<{ folder: string; journal: string }> {
    const { catalogue, folder } = await openCatalogue();
    for (const id of ['a1', 'a2', 'a3']) await set(catalogue, id);
    await catalogue.close();
    return { folder, journal: join(folder, 'journal.1.jsonl') };
  }

  /** Gives the path of the snapshot that now holds all. */
  async function folded(folder: string): Promise<string> {
    const { catalogue } = await openCatalogue(folder, { foldAt: 1 });
    await catalogue.folded();
    await catalogue.close();
    return join(folder, 'snapshot.json');
  }

  it('at the torn end of a journal is cut off without a word: nobody was told it was kept', async () => {
    const { folder, journal } = await withThree();
    await appendFile(journal, '01234567 [{"op":"setArt');
    const again = await reopened(folder);
    expect(again.ids).toEqual(['a1', 'a2', 'a3']);
    expect(again.catalogue.damage).toEqual([]);
    await set(again.catalogue, 'a4');
    await again.catalogue.close();
    const last = await reopened(folder);
    expect(last.ids).toEqual(['a1', 'a2', 'a3', 'a4']);
    await last.catalogue.close();
  });

  it('in the middle of a journal costs that line alone; the file is kept beside it', async () => {
    const { folder, journal } = await withThree();
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.replace('Title of a2', 'Title of A2'));
    const again = await reopened(folder);
    expect(again.ids).toEqual(['a1', 'a3']);
    expect(inWords(again.catalogue.damage)).toMatchObject([
      { path: journal, message: 'line 2 can’t be read; the others were kept' },
    ]);
    expect(again.ports.logged.map(({ level }) => level)).toEqual(['error']);
    await again.catalogue.folded();
    await again.catalogue.close();
    const names = await readdir(folder);
    const aside = names.find((name) => name.includes('damaged')) ?? '';
    expect(await readFile(join(folder, aside), 'utf8')).toContain('Title of A2');
    const last = await reopened(folder);
    expect(last.ids).toEqual(['a1', 'a3']);
    expect(last.catalogue.damage).toEqual([]);
    await last.catalogue.close();
  });

  it('of the snapshot costs the lines it is on', async () => {
    const { folder } = await withThree();
    const snapshot = await folded(folder);
    const text = await readFile(snapshot, 'utf8');
    await writeFile(snapshot, text.replace('"id":"a2"', '"id":"a2'));
    const again = await reopened(folder);
    expect(again.ids).toEqual(['a1', 'a3']);
    expect(again.catalogue.damage.map(({ path }) => path)).toEqual([snapshot, snapshot]);
    await again.catalogue.folded();
    await again.catalogue.close();
    const last = await reopened(folder);
    expect(last.ids).toEqual(['a1', 'a3']);
    expect(last.catalogue.damage).toEqual([]);
    await last.catalogue.close();
  });

  it('that cuts the snapshot short leaves what stands before', async () => {
    const { folder } = await withThree();
    const snapshot = await folded(folder);
    await truncate(snapshot, (await readFile(snapshot)).length - 300);
    const again = await reopened(folder);
    expect(again.ids).toEqual(['a1', 'a2']);
    await again.catalogue.close();
  });

  it('a missing journal or snapshot is told', async () => {
    const { folder } = await withThree();
    const snapshot = await folded(folder);
    await rm(snapshot);
    const again = await reopened(folder);
    expect(inWords(again.catalogue.damage)).toMatchObject([{ path: snapshot, present: false }]);
    await again.catalogue.close();
  });

  it('is left as it is by a reader, who sees what the mended catalogue would hold', async () => {
    const { folder, journal } = await withThree();
    const text = await readFile(journal, 'utf8');
    const damagedText = `${text.replace('Title of a2', 'Title of A2')}01234567 [{"op"`;
    await writeFile(journal, damagedText);
    const { catalogue } = await openCatalogue(folder, { readOnly: true });
    expect(idsIn(catalogue)).toEqual(['a1', 'a3']);
    await catalogue.close();
    expect(await readdir(folder)).toEqual(['journal.1.jsonl']);
    expect(await readFile(journal, 'utf8')).toBe(damagedText);
  });
});

describe('a reader beside a writer', () => {
  it('always sees a whole catalogue, whatever is being folded', async () => {
    const { catalogue, folder } = await openCatalogue(undefined, { foldAt: 3000 });
    await set(catalogue, 'a0');
    let writing = true;
    const writer = (async () => {
      for (let n = 0; n < 200; n += 1) await set(catalogue, `a${n % 40}`, n);
      writing = false;
    })();
    while (writing) {
      const reader = await openCatalogue(folder, { readOnly: true });
      expect(reader.catalogue.damage).toEqual([]);
      expect(reader.catalogue.data.articles.size).toBeGreaterThan(0);
      await reader.catalogue.close();
    }
    await writer;
    await catalogue.close();
  });
});
