/** `npx playwright test --config tests/bench/ui.config.ts`: what a person waits for, measured in a real browser. */
import { defineConfig } from '@playwright/test';
import type { HostOptions } from '../e2e/support/test.ts';
import base from '../playwright.config.ts';

export default defineConfig<HostOptions>({
  ...base,
  testDir: './ui',
  globalSetup: '../e2e/support/build-first.ts',
  workers: 1,
  timeout: 600_000,
  reporter: 'list',
  // A trace looks through the page at every step, which would be measured too.
  use: { ...base.use, trace: 'off', screenshot: 'off' },
  projects: [{ name: 'web', use: { host: 'web' } }],
});
