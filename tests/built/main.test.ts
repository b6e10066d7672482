import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../main/hosts/content-security.ts';
import { CALL_CHANNEL } from '../../main/shared/bridge.ts';
import { COMMANDS, isCommandId } from '../../main/shared/commands.ts';
import { EVENTS } from '../../main/shared/events.ts';
import {
  launchBuiltMain,
  startBuiltMain,
  type BuiltMain,
  type BuiltMainOptions,
} from './built-main.ts';

const out = resolve(import.meta.dirname, '../../out');

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'lectern-built-'));
}

describe('the built main, running', () => {
  let folder: string;
  let main: BuiltMain;

  beforeAll(async () => {
    folder = await newFolder();
    main = await startBuiltMain({ folder });
  });

  afterAll(async () => {
    main.kill();
    await rm(folder, { recursive: true, force: true });
  });

  it('opens its page in a sandboxed, isolated window with the built preload', async () => {
    const { url, shown, webPreferences } = await main.do('facts');
    expect({ url, shown }).toEqual({ url: 'app://lectern/index.html', shown: true });
    expect(webPreferences).toMatchObject({
      preload: join(out, 'preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: false,
    });
  });

  it('serves the built page and everything it asks for, under the CSP', async () => {
    const page = await main.do('request', 'app://lectern/');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    const addresses = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, to = '']) => to);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      const url = new URL(address, 'app://lectern/index.html').href;
      const file = await main.do('request', url);
      expect(file.status, url).toBe(200);
      expect(file.headers['content-type'], url).not.toBe('application/octet-stream');
      expect(file.headers['content-security-policy'], url).toBe(CONTENT_SECURITY_POLICY);
    }
  });

  it.each([
    '..%2fmain%2findex.js',
    '%2e%2e/main/index.js',
    '..%5cmain%5cindex.js',
    '%2fetc%2fpasswd',
  ])('serves nothing from outside the page’s folder: %s', async (path) => {
    expect((await main.do('request', `app://lectern/${path}`)).status).toBe(404);
  });

  it('answers calls from its page and no others', async () => {
    const call = ['desktop.info', {}];
    const info = await main.call('desktop.info', {});
    expect(info).toMatchObject({ host: 'electron', dialogs: true });
    for (const frame of [
      { inner: true },
      { windowId: 99 },
      { origin: 'https://example.com' },
      { url: 'https://example.com/' },
    ]) {
      await expect(main.do('invoke', CALL_CHANNEL, call, frame)).rejects.toThrow('Refused');
    }
    await expect(main.do('invokeFromNowhere', CALL_CHANNEL, call)).rejects.toThrow('Refused');
  });

  it('denies navigation, windows, permissions and requests', async () => {
    expect(Object.values(await main.do('escapes', 'https://example.com/'))).not.toContain(true);
    expect(Object.values(await main.do('permits', 'media'))).not.toContain(true);
    expect(await main.do('lets', 'https://example.com/')).toBe(false);
  });

  it('has a menu in which every command asks for itself, by an id the page knows', async () => {
    const entries = await main.do('menuEntries');
    const ids = entries.flatMap(({ id }) => id ?? []);
    const expected = COMMANDS.filter(({ menu }) => menu !== undefined).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(expected.toSorted());
    const before = (await main.do('sent')).length;
    for (const id of ids) await main.do('click', id);
    const sent = (await main.do('sent')).slice(before);
    expect(sent).toEqual(ids.map((id) => ({ name: 'command.requested', payload: { id } })));
    expect(ids.every(isCommandId)).toBe(true);
  });

  it('tells the page what changed', async () => {
    const before = (await main.do('sent')).length;
    await main.call('settings.update', { theme: 'dark' });
    const sent = (await main.do('sent')).slice(before) as { name: string; payload: unknown }[];
    expect(sent).toContainEqual({ name: 'settings.changed', payload: {} });
    for (const { name, payload } of sent) {
      EVENTS[name as keyof typeof EVENTS].parse(payload);
    }
  });

  it('takes the files of a second start', async () => {
    const second = await launchBuiltMain({ folder, args: ['dump.txt'], second: true });
    expect(await second.ended).toBe(0);
    await main.do('startAgain', { paths: [join(folder, 'dump.txt')] });
    expect((await main.do('sent')).at(-1)).toEqual({
      name: 'files.opened',
      payload: { paths: [join(folder, 'dump.txt')] },
    });
  });
});

describe('the built main', () => {
  let options: BuiltMainOptions;

  beforeEach(async () => {
    const folder = await newFolder();
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    options = { folder };
  });

  async function start(change: Partial<BuiltMainOptions> = {}): Promise<BuiltMain> {
    const main = await startBuiltMain({ ...options, ...change });
    onTestFinished(() => main.kill());
    return main;
  }

  it('opens the files it was started with, once the page is there', async () => {
    await writeFile(join(options.folder, 'dump.txt'), 'Title\n\nText.\n');
    const main = await start({ args: ['dump.txt'] });
    expect(await main.do('sent')).toContainEqual({
      name: 'files.opened',
      payload: { paths: [join(options.folder, 'dump.txt')] },
    });
  });

  it('quits only after the write that is under way, and gives the library free', async () => {
    const main = await start();
    const plan = await main.call('imports.planSample', {});
    const committed = main.call('imports.commit', { planId: plan.id });
    const answered = committed.then(
      () => true,
      () => false, // the process may end before its answer has left it
    );
    await main.do('quit').catch(() => {});
    expect(await main.ended).toBe(0);
    await answered;

    const again = await start();
    const { total } = await again.call('articles.list', {});
    // The list holds whole articles: a part stands in its article's text.
    const planned = plan.sources.flatMap(({ articles }) => articles);
    expect(total).toBe(planned.filter(({ parentId }) => parentId === null).length);
    expect(await again.call('library.verify', {})).toEqual({ ok: true, problems: [] });
  });

  it('says that the library is in use, and by whom, and ends with status 1', async () => {
    const first = await start();
    const second = await launchBuiltMain(options);
    await second.do('becomeReady').catch(() => {});
    expect(await second.ended).toBe(1);
    expect(second.stderr).toContain(`is open in another Lectern (process ${first.pid}`);
  });

  it('uses --library, and leaves the usual one alone', async () => {
    const main = await start({ args: ['--library', 'other'] });
    expect((await main.call('library.overview', {})).folder).toBe(join(options.folder, 'other'));
    expect(await readdir(options.folder)).not.toContain('library');
  });
});
