import { execFile, spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { acquireLock } from '../../../main/core/library/lock.ts';
import { isRunning, processIdentity } from '../../../main/core/library/process-identity.ts';
import { bundleForNode } from '../../support/bundle.ts';
import { makeTempFolder, openTestLibrary } from '../../support/core.ts';

const NOW = new Date('2026-01-02T03:04:05Z');
const onLinux = process.platform === 'linux';

async function lockIn(): Promise<{ folder: string; path: string }> {
  const folder = await makeTempFolder();
  return { folder, path: join(folder, 'lock') };
}

async function plant(path: string, holder: object): Promise<void> {
  const whole = { id: 'planted', pid: 1, host: hostname(), started: NOW.toISOString() };
  await writeFile(path, JSON.stringify({ ...whole, program: 'lectern', process: null, ...holder }));
}

/** The number of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((end) => child.on('exit', end));
  return child.pid ?? 0;
}

describe('the lock', () => {
  it('says who holds it, and goes when it is given back', async () => {
    const { folder, path } = await lockIn();
    const lock = await acquireLock(path, 'lectern test', NOW);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      pid: process.pid,
      host: hostname(),
      started: '2026-01-02T03:04:05.000Z',
      program: 'lectern test',
    });
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused to a second in the same process, in words that name the holder', async () => {
    const { folder, path } = await lockIn();
    const lock = await acquireLock(path, 'lectern', NOW);
    await expect(acquireLock(path, 'lectern', NOW)).rejects.toMatchObject({
      code: 'locked',
      message:
        `The library ${folder} is open in another Lectern (process ${process.pid} on ` +
        `${hostname()} since 2026-01-02T03:04:05.000Z)`,
      details: { pid: process.pid, host: hostname(), program: 'lectern' },
    });
    await lock.release();
    await (await acquireLock(path, 'lectern', NOW)).release();
  });

  it('of a process that has ended is taken over', async () => {
    const { folder, path } = await lockIn();
    await plant(path, { pid: await endedProcess() });
    const lock = await acquireLock(path, 'lectern', NOW);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(await readdir(folder)).toEqual(['lock']);
    await lock.release();
  });

  it.runIf(onLinux)('of a process whose number another has now is taken over', async () => {
    const { path } = await lockIn();
    await plant(path, { pid: process.pid, process: 'another boot:12345' });
    await (await acquireLock(path, 'lectern', NOW)).release();
  });

  it('of another machine is respected; the message says what to do', async () => {
    const { path } = await lockIn();
    await plant(path, { pid: await endedProcess(), host: 'elsewhere.example' });
    await expect(acquireLock(path, 'lectern', NOW)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining(`If it is not, delete the file ${path}`),
    });
  });

  it.each(['', 'not JSON', '{"pid": 12}', '\0\0\0\0'])(
    'that a crash has left as %j is taken over after a while',
    async (text) => {
      const { folder, path } = await lockIn();
      await writeFile(path, text);
      await (await acquireLock(path, 'lectern', NOW)).release();
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('is taken over also where a process ended while it was taking it over', async () => {
    const { folder, path } = await lockIn();
    const pid = await endedProcess();
    await plant(path, { pid });
    await plant(`${path}.planted`, { pid, id: 'claim' });
    await (await acquireLock(path, 'lectern', NOW)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not given back by one who has lost it', async () => {
    const { path } = await lockIn();
    const lock = await acquireLock(path, 'lectern', NOW);
    await plant(path, {});
    await lock.release();
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ id: 'planted' });
  });

  it('lets one process in at a time, however many want it and crash in it', async () => {
    const { folder, path } = await lockIn();
    const entry = resolve(import.meta.dirname, '../../support/children/contend-for-lock.ts');
    const bundle = await bundleForNode(entry, await makeTempFolder());
    const run = promisify(execFile);
    const args = [bundle, path, join(folder, 'inside'), '3'];
    const contenders = Array.from({ length: 12 }, () => run(process.execPath, args));
    const outputs = await Promise.all(contenders);
    const lines = outputs.flatMap(({ stdout }) => stdout.trim().split('\n'));
    expect(lines.filter((line) => line === 'violation')).toEqual([]);
    expect(lines.filter((line) => line === 'entered')).toHaveLength(36);
    await (await acquireLock(path, 'lectern', NOW)).release();
    expect((await readdir(folder)).filter((name) => !name.endsWith('.tmp'))).toEqual([]);
  }, 60_000);
});

describe('a library', () => {
  it('is opened for writing by one at a time, and again when that one has closed it', async () => {
    const { library, folder } = await openTestLibrary();
    await expect(openTestLibrary(folder)).rejects.toMatchObject({ code: 'locked' });
    await library.close();
    await library.close();
    const { library: again } = await openTestLibrary(folder);
    expect(again.readOnly).toBe(false);
  });

  it('gives the lock back when it can not be opened', async () => {
    const folder = await makeTempFolder();
    await writeFile(join(folder, 'library.json'), '{"schemaVersion": 99}');
    await expect(openTestLibrary(folder)).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('newer Lectern'),
    });
    expect(await readdir(folder)).toEqual(['library.json']);
  });
});

describe.runIf(onLinux)('the identity of a process', () => {
  it('stays the same, and tells one that runs from one that has ended', async () => {
    const identity = await processIdentity(process.pid);
    expect(identity).not.toBeNull();
    expect(await processIdentity(process.pid)).toBe(identity);
    expect(await isRunning(process.pid, identity)).toBe(true);
    expect(await isRunning(process.pid, 'another')).toBe(false);
    expect(await isRunning(await endedProcess(), null)).toBe(false);
  });
});
