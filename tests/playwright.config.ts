import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { whyNoElectron } from './e2e/support/electron.ts';
import type { HostOptions } from './e2e/support/test.ts';

const root = resolve(import.meta.dirname, '..');
const artifacts = resolve(root, '.artifacts');

const SUPPORT = '**/support/**';

export default defineConfig<HostOptions>({
  testDir: './e2e',
  outputDir: resolve(artifacts, 'e2e'),
  globalSetup: './e2e/support/build-first.ts',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // On a busy machine a browser can be late; what passes only then is listed as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: resolve(artifacts, 'playwright.json') }]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'web', testIgnore: SUPPORT, use: { host: 'web' } },
    whyNoElectron() === null
      ? { name: 'electron', testIgnore: SUPPORT, use: { host: 'electron' } }
      : { name: 'electron', testDir: './e2e/support', testMatch: 'no-electron.spec.ts' },
  ],
});
