/** Vitest for the tests of the bundles in `out/`, which run after `electron-vite build`. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { bundleElectronDouble } from './built/bundle-electron-double.ts';

process.env['TZ'] = 'UTC';

const root = resolve(import.meta.dirname, '..');

await bundleElectronDouble();

export default defineConfig({
  root,
  cacheDir: resolve(root, '.artifacts/vitest-built'),
  test: {
    include: ['tests/built/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
