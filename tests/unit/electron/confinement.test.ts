import { describe, expect, it } from 'vitest';
import { CALL_CHANNEL } from '../../../main/shared/bridge.ts';
import { startHost } from './started-host.ts';

const FOREIGN = ['https://example.com/', 'http://localhost/', 'file:///etc/passwd', 'app://evil/'];

describe('the window', () => {
  it('gives its page no Node, an isolated preload and a sandbox', async () => {
    const { double } = await startHost();
    expect(double.facts().webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: false,
    });
    expect(double.app.sandboxed).toBe(true);
  });

  it('checks spelling only where that needs no download', async () => {
    const onLinux = await startHost();
    expect(onLinux.double.facts().webPreferences.spellcheck).toBe(false);
    expect(onLinux.double.session.checksSpelling).toBe(false);
    const onMac = await startHost({ platform: 'darwin' });
    expect(onMac.double.facts().webPreferences.spellcheck).toBe(true);
    expect(onMac.double.session.checksSpelling).toBe(true);
  });

  it.each(FOREIGN)(
    'doesn’t lead to %s, by link, frame, redirect, new window or webview',
    async (url) => {
      const { double } = await startHost();
      expect(double.escapes(url)).toEqual({
        navigate: false,
        frame: false,
        redirect: false,
        window: false,
        webview: false,
      });
    },
  );

  it('may load its own page again, but opens no second one', async () => {
    const { double } = await startHost();
    expect(double.escapes('app://lectern/index.html')).toMatchObject({
      navigate: true,
      window: false,
      webview: false,
    });
  });

  it('gets no permission and no device', async () => {
    const { double } = await startHost();
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'usb']) {
      expect(double.permits(permission), permission).toEqual({
        asked: false,
        checked: false,
        device: false,
      });
    }
  });

  it('reaches nothing but its own origin, and downloads nothing', async () => {
    const { double } = await startHost();
    for (const url of [...FOREIGN, 'wss://example.com/', 'not an address']) {
      expect(double.lets(url), url).toBe(false);
    }
    expect(double.lets('app://lectern/assets/index.js')).toBe(true);
    expect(double.lets('data:image/png;base64,AA==')).toBe(true);
    expect(double.session.downloads()).toBe(false);
  });

  it('loads from the development server, and reaches that alone, in development', async () => {
    const devServerUrl = 'http://localhost:5173';
    const { double } = await startHost({ devServerUrl });
    expect(double.facts().url).toBe(devServerUrl);
    expect(double.facts().webPreferences.devTools).toBe(true);
    expect(double.lets('http://localhost:5173/src/main.tsx')).toBe(true);
    expect(double.lets('ws://localhost:5173/')).toBe(true);
    expect(double.lets('http://localhost:8080/')).toBe(false);
    expect(double.escapes('http://localhost:5173/').navigate).toBe(true);
    expect(double.escapes('http://localhost:8080/').navigate).toBe(false);
    const frame = { url: 'http://localhost:5173/', origin: 'http://localhost:5173' };
    await expect(
      double.invoke(CALL_CHANNEL, ['library.overview', {}], frame),
    ).resolves.toBeTruthy();
  });
});

describe('calls', () => {
  const call = ['articles.list', { place: 'inbox' }];

  it('from our page reach the app, and its outcome comes back', async () => {
    const { double, app } = await startHost();
    expect(await double.invoke(CALL_CHANNEL, call)).toEqual({
      ok: true,
      value: { answered: 'articles.list' },
    });
    expect(app.calls).toEqual([{ method: 'articles.list', input: { place: 'inbox' } }]);
  });

  it.each([
    ['a frame inside the page', { inner: true }],
    ['another window', { windowId: 99 }],
    ['another origin', { origin: 'https://example.com' }],
    ['another address', { url: 'https://example.com/app://lectern/' }],
    ['another host of our scheme', { origin: 'app://evil', url: 'app://evil/index.html' }],
    ['an opaque origin', { origin: 'null' }],
    ['an address that only starts like ours', { url: 'app://lectern.example.com/' }],
  ])('from %s are refused', async (_who, frame) => {
    const { double, app } = await startHost();
    await expect(double.invoke(CALL_CHANNEL, call, frame)).rejects.toThrow('Refused');
    expect(app.calls).toEqual([]);
  });

  it('from a frame that has gone are refused', async () => {
    const { double, app } = await startHost();
    await expect(double.invokeFromNowhere(CALL_CHANNEL, call)).rejects.toThrow('Refused');
    expect(app.calls).toEqual([]);
  });

  it('without a method’s name are a bad input, not a defect', async () => {
    const { double } = await startHost();
    expect(await double.invoke(CALL_CHANNEL, [{ method: 'x' }])).toMatchObject({
      ok: false,
      error: { code: 'bad_input' },
    });
  });

  it('have one channel', async () => {
    const { double } = await startHost();
    await expect(double.invoke('lectern:other', [])).rejects.toThrow('Nobody handles');
  });
});
