import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walkPaths, type Found } from '../../../main/core/importers/walk.ts';
import { inWords } from '../../support/in-words.ts';

let folder: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'lectern-walk-')));
  for (const path of [
    'b/two.txt',
    'b/a/deep.txt',
    'b/.hidden/no.txt',
    'b/.no.txt',
    'a.txt',
    'own/x.txt',
  ]) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), path);
  }
});

afterEach(() => rm(folder, { recursive: true }));

async function walk(paths: string[], except: string | null = null): Promise<Found[]> {
  const found: Found[] = [];
  for await (const each of walkPaths(paths, except)) found.push(each);
  return found;
}

function names(found: Found[]): string[] {
  return found.map((each) =>
    each.kind === 'file' ? each.name : `${each.path}: ${String(inWords(each.message))}`,
  );
}

describe('walking folders', () => {
  it('finds files in order of their names, without hidden ones', async () => {
    expect(names(await walk([join(folder, 'b')]))).toEqual(['b/a/deep.txt', 'b/two.txt']);
  });

  it('finds a file once that is given twice', async () => {
    const file = join(folder, 'b/two.txt');
    expect(names(await walk([file, join(folder, 'b'), file]))).toEqual(['two.txt', 'b/a/deep.txt']);
  });

  it('names links and does not follow them', async () => {
    await symlink(join(folder, 'b'), join(folder, 'b/a/circle'));
    const found = await walk([join(folder, 'b')]);
    expect(inWords(found.filter(({ kind }) => kind === 'failure'))).toEqual([
      {
        kind: 'failure',
        path: join(folder, 'b/a/circle'),
        message: 'It is a symbolic link, which is not followed.',
      },
    ]);
  });

  it('leaves the library out', async () => {
    expect(names(await walk([folder], join(folder, 'own')))).toHaveLength(3);
  });

  it('says what is not there and goes on', async () => {
    const missing = join(folder, 'missing');
    expect(names(await walk([missing, join(folder, 'a.txt')]))).toEqual([
      `${missing}: There is no such file or folder.`,
      'a.txt',
    ]);
  });
});
