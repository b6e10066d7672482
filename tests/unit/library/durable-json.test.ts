import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DurableJsonFile } from '../../../main/core/library/durable-json.ts';
import { makeTempFolder, testPorts, type TestPorts } from '../../support/core.ts';

const schema = z.object({ words: z.array(z.string()) });

function openWords(path: string, ports: TestPorts): Promise<DurableJsonFile<{ words: string[] }>> {
  return DurableJsonFile.open({
    path,
    schema,
    fallback: { words: [] },
    isEmpty: ({ words }) => words.length === 0,
    log: ports.log,
    now: () => ports.clock.now(),
  });
}

async function opened() {
  const folder = join(await makeTempFolder(), 'files');
  const path = join(folder, 'words.json');
  const ports = testPorts(folder);
  return { folder, path, ports, file: await openWords(path, ports) };
}

const add = (word: string) => (data: { words: string[] }) => ({ words: [...data.words, word] });

describe('a durable JSON file', () => {
  it('is not there until something is written', async () => {
    const { folder, file } = await opened();
    expect(file.data).toEqual({ words: [] });
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('keeps every change of many that come at once', async () => {
    const { path, ports, file } = await opened();
    const words = Array.from({ length: 100 }, (_, n) => `word ${n}`);
    await Promise.all(words.map((word) => file.update(add(word))));
    expect((await openWords(path, ports)).data.words).toEqual(words);
  });

  it('is removed when nothing is left in it', async () => {
    const { folder, file } = await opened();
    await file.update(add('one'));
    expect(await readdir(folder)).toEqual(['words.json']);
    await file.update(() => ({ words: [] }));
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes a change back that could not be written, and goes on with the next', async () => {
    const { folder, path, file } = await opened();
    await file.update(add('kept'));
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file in the way of the folder');
    const lost = file.update(add('lost'));
    expect(file.data.words).toEqual(['kept', 'lost']);
    await expect(lost).rejects.toMatchObject({ code: 'unwritable' });
    expect(file.data.words).toEqual(['kept']);
    await rm(folder);
    await mkdir(folder);
    await file.update(add('next'));
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ words: ['kept', 'next'] });
  });

  it('rejects only the changes of the write that failed', async () => {
    const { folder, file } = await opened();
    await writeFile(folder, 'a file in the way of the folder');
    const lost = file.update(add('lost')).catch(() => 'rejected');
    await Promise.resolve();
    await Promise.resolve();
    const next = file.update(add('next')).then(
      () => 'kept',
      () => 'rejected',
    );
    await rm(folder);
    expect(await lost).toBe('rejected');
    const outcome = await next;
    expect(file.data.words).toEqual(outcome === 'kept' ? ['next'] : []);
  });

  it.each([
    ['cut off', '{"words": ["one", ', 'JSON'],
    ['of another form', '{"words": ["one", 2]}', 'words.1'],
    ['empty', '', 'JSON'],
  ])(
    'that is %s counts as empty, says where, and is set aside by the next write',
    async (_, text, where) => {
      const { folder, path, ports } = await opened();
      await mkdir(folder);
      await writeFile(path, text);
      const file = await openWords(path, ports);
      expect(file.data).toEqual({ words: [] });
      expect(file.damage?.message).toContain(path);
      expect(file.damage?.message).toContain(where);
      expect(await readFile(path, 'utf8')).toBe(text);

      await file.update(add('new'));
      const aside = 'words.json.damaged-20260102T030405000Z';
      expect((await readdir(folder)).toSorted()).toEqual(['words.json', aside]);
      expect(await readFile(join(folder, aside), 'utf8')).toBe(text);
      expect(file.damage).toBeNull();
      expect(ports.logged.map(({ level }) => level)).toEqual(['warn', 'warn']);
    },
  );

  it('may begin with a byte order mark', async () => {
    const { folder, path, ports } = await opened();
    await mkdir(folder);
    await writeFile(path, '\uFEFF{"words":["one"]}');
    expect((await openWords(path, ports)).data.words).toEqual(['one']);
  });
});
