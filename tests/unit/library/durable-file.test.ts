import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isTemporaryName,
  removeDurably,
  replaceDurably,
  writeDurably,
} from '../../../main/core/library/durable-file.ts';
import { makeTempFolder } from '../../support/core.ts';

describe('writeDurably', () => {
  it('makes the folders that are missing and leaves nothing beside the file', async () => {
    const folder = await makeTempFolder();
    await writeDurably(join(folder, 'a', 'b', 'file.json'), 'first');
    await writeDurably(join(folder, 'a', 'b', 'file.json'), 'second');
    expect(await readFile(join(folder, 'a', 'b', 'file.json'), 'utf8')).toBe('second');
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['file.json']);
  });

  it('can write one path many times at once: one of the texts is there, whole', async () => {
    const path = join(await makeTempFolder(), 'file');
    const texts = Array.from({ length: 20 }, (_, n) => String(n).repeat(10_000));
    await Promise.all(texts.map((text) => writeDurably(path, text)));
    expect(texts).toContain(await readFile(path, 'utf8'));
  });

  it('says which path it could not write and why', async () => {
    const folder = await makeTempFolder();
    await writeFile(join(folder, 'file'), '');
    const path = join(folder, 'file', 'below.json');
    await expect(writeDurably(path, 'x')).rejects.toMatchObject({
      code: 'unwritable',
      message: `Can’t write ${path}: a part of its path is not a folder`,
      details: { path },
    });
  });

  it('leaves the old bytes and no temp file when filling fails', async () => {
    const folder = await makeTempFolder();
    const path = join(folder, 'file');
    await writeDurably(path, 'old');
    const failing = replaceDurably(path, async (file) => {
      await file.writeFile('half of the n');
      throw new Error('the power went');
    });
    await expect(failing).rejects.toMatchObject({ code: 'unwritable' });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('gives temp files names that tell them from all others', async () => {
    const folder = await makeTempFolder();
    let names: string[] = [];
    await replaceDurably(join(folder, 'file.json'), async () => {
      names = await readdir(folder);
    });
    expect(names.map(isTemporaryName)).toEqual([true]);
    expect(['file.json', 'lock', '.hidden', 'x.tmp'].some(isTemporaryName)).toBe(false);
  });
});

describe('removeDurably', () => {
  it('removes a file, and does nothing where there is none', async () => {
    const folder = await makeTempFolder();
    await writeDurably(join(folder, 'file'), 'x');
    await removeDurably(join(folder, 'file'));
    await removeDurably(join(folder, 'file'));
    await removeDurably(join(folder, 'missing', 'file'));
    expect(await readdir(folder)).toEqual([]);
  });

  it('says so when it can not', async () => {
    const folder = await makeTempFolder();
    await mkdir(join(folder, 'file'));
    await expect(removeDurably(join(folder, 'file'))).rejects.toMatchObject({ code: 'unwritable' });
  });
});
