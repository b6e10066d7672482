import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchElectron, findElectron, whyNoWindow } from '../../../main/electron-binary.mjs';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern start '));
});

afterEach(() => rm(root, { recursive: true }));

async function installer(script: string): Promise<void> {
  await mkdir(join(root, 'node_modules/electron/dist'), { recursive: true });
  await writeFile(join(root, 'node_modules/electron/install.js'), script);
}

test('a window needs a desktop on Linux, and a user who is not root', () => {
  expect(whyNoWindow('linux', {}, 1000)).toContain('no desktop');
  expect(whyNoWindow('linux', { DISPLAY: ':0' }, 0)).toContain('root');
  expect(whyNoWindow('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeNull();
  expect(whyNoWindow('darwin', {}, 0)).toBeNull();
});

test('Electron is not there before it was fetched', async () => {
  expect(findElectron(root)).toBeNull();
  expect(fetchElectron(root)).toContain('not installed');
});

test('a fetch that works leaves the executable', async () => {
  await installer(`
    const { writeFileSync } = require('fs');
    writeFileSync(__dirname + '/dist/electron', '');
    writeFileSync(__dirname + '/path.txt', 'electron');
  `);
  expect(fetchElectron(root)).toBeNull();
  expect(findElectron(root)).toBe(join(root, 'node_modules/electron/dist/electron'));
});

test('a fetch that fails says why in a few words, without a stack', async () => {
  await installer(`console.error(new TypeError('fetch failed').stack); process.exit(1);`);
  expect(fetchElectron(root)).toBe('the download server could not be reached');
  await installer(`console.error(new Error('ENOSPC: no space').stack); process.exit(1);`);
  expect(fetchElectron(root)).toBe('ENOSPC: no space');
});

test('an installer that pretends to have worked is not believed', async () => {
  await installer('');
  await chmod(join(root, 'node_modules/electron/install.js'), 0o644);
  expect(fetchElectron(root)).toBe('its installer ended with status 0');
});
