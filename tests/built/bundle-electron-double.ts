import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Where the double lies as JavaScript: Node 20 runs no TypeScript, and the built main runs in Node. */
export const BUNDLED_DOUBLE = resolve(root, '.artifacts/electron-double/electron-process.js');

export async function bundleElectronDouble(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: resolve(import.meta.dirname, 'electron-process.ts'),
      outDir: resolve(BUNDLED_DOUBLE, '..'),
      emptyOutDir: true,
    },
  });
}
