import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// Times in tests are UTC wherever they run; set before any test file loads.
process.env['TZ'] = 'UTC';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  // Not below node_modules, which may belong to another user.
  cacheDir: resolve(root, '.artifacts/vitest'),
  test: {
    include: ['tests/{unit,property,conformance}/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
