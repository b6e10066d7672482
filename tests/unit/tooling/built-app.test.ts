import { mkdir, mkdtemp, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildIfStale } from '../../../main/built-app.mjs';

const SOURCES = [
  'main/index.ts',
  'main/core/app.ts',
  'renderer/src/main.tsx',
  'package.json',
  'node_modules/.package-lock.json',
];
const BUILDER = 'node_modules/electron-vite/bin/electron-vite.js';
/** Makes what the real one makes. */
const BUILD = `
  const { mkdirSync, writeFileSync } = require('fs');
  const { dirname } = require('path');
  for (const path of ['main/index.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html']) {
    mkdirSync(dirname('out/' + path), { recursive: true });
    writeFileSync('out/' + path, '');
  }
`;

let root: string;
let builds: number;

beforeEach(async () => {
  builds = 0;
  root = await mkdtemp(join(tmpdir(), 'lectern build '));
  for (const path of SOURCES) await write(path, '');
  await write(BUILDER, BUILD);
});

afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/** Sets a change an hour away from now. */
async function touch(path: string, hours: number): Promise<void> {
  const time = new Date(Date.now() + hours * 3_600_000);
  await utimes(join(root, path), time, time);
}

function build(): string | null {
  return buildIfStale(root, () => {
    builds += 1;
  });
}

test('what is not built is built, once', () => {
  expect(build()).toBeNull();
  expect(build()).toBeNull();
  expect(builds).toBe(1);
});

test.each(SOURCES)('a change in %s builds again', async (path) => {
  build();
  await touch(path, 1);
  build();
  expect(builds).toBe(2);
});

test('a source that is gone builds again', async () => {
  build();
  await unlink(join(root, 'main/core/app.ts'));
  await touch('main/core', 1);
  build();
  expect(builds).toBe(2);
});

test('a build that fails gives what it printed', async () => {
  await write(BUILDER, `console.log('out'); console.error('err'); process.exit(1);`);
  expect(build()).toMatch(/out[^]*err/);
});

test('without packages it says what to do', async () => {
  await unlink(join(root, BUILDER));
  expect(build()).toContain('npm ci');
  expect(builds).toBe(0);
});
