import { defineConfig } from '@playwright/test';
import type { HostOptions } from './e2e/support/test.ts';
import base from './playwright.config.ts';

export default defineConfig<HostOptions>({
  ...base,
  testDir: './screenshots',
  reporter: 'list',
  projects: [{ name: 'web', use: { host: 'web' } }],
});
