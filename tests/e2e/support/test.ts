/**
 * `test` for the end-to-end specs: each gets a fresh library and a page of the built app on it, in
 * a real Chromium over the web host or in Electron, and fails when the page reports any error.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { browserLaunchOptions } from './browser.ts';
import { callThrough, type PageCall } from './call-through-page.ts';
import { launchElectron, type ColorScheme } from './electron.ts';
import { errorsOf } from './page-errors.ts';
import { serveApp } from './served-app.ts';

export { expect };

export interface HostOptions {
  host: 'web' | 'electron';
}

interface WorkerFixtures extends HostOptions {
  /** Null in Electron, which brings its own. */
  chromium: Browser | null;
}

export interface Lectern {
  /** A folder of this test's own: for exports and for files to import. */
  folder: string;
  library: string;
  /** Calls the core as the renderer does: to arrange what a spec is not about. */
  call: PageCall;
}

interface TestFixtures {
  folder: string;
  lectern: Lectern;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  host: ['web', { option: true, scope: 'worker' }],

  chromium: [
    async ({ host, playwright }, use) => {
      if (host === 'electron') return use(null);
      const browser = await playwright.chromium.launch(await browserLaunchOptions());
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures here
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern e2e '));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  page: async ({ chromium, colorScheme, folder }, use) => {
    const library = join(folder, 'library');
    const open =
      chromium === null ? openInElectron(library, colorScheme) : openInBrowser(library, chromium);
    const { page, errors, close } = await open;
    try {
      await use(page);
    } finally {
      await close();
    }
    expect(errors, 'errors on the page').toEqual([]);
  },

  lectern: async ({ folder, page }, use) => {
    await use({ folder, library: join(folder, 'library'), call: callThrough(page) });
  },
});

interface OpenPage {
  page: Page;
  errors: readonly string[];
  close(): Promise<void>;
}

async function openInElectron(library: string, colorScheme: ColorScheme): Promise<OpenPage> {
  const app = await launchElectron(library, colorScheme);
  const page = await app.firstWindow();
  return { page, errors: errorsOf(page), close: () => app.close() };
}

async function openInBrowser(library: string, browser: Browser): Promise<OpenPage> {
  const app = await serveApp(library);
  const context = await browser.newContext();
  async function close(): Promise<void> {
    await context.close();
    await app.stop();
  }
  try {
    const page = await context.newPage();
    const errors = errorsOf(page);
    await page.goto(app.url);
    return { page, errors, close };
  } catch (error) {
    await close();
    throw error;
  }
}
