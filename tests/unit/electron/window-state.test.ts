import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startBounds, type WindowState } from '../../../main/hosts/electron/window-state.ts';
import { BACKGROUNDS } from '../../../main/hosts/electron/theme.ts';
import type { ElectronDouble } from '../../support/electron-double.ts';
import { prepareHost, startHost } from './started-host.ts';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 };
const SECOND = { x: 1920, y: -200, width: 2560, height: 1400 };

function state(x: number, y: number, width = 1000, height = 700): WindowState {
  return { bounds: { x, y, width, height }, maximized: false, fullScreen: false };
}

describe('startBounds', () => {
  it('gives the window back its place', () => {
    expect(startBounds(state(100, 50), [SCREEN])).toEqual(state(100, 50).bounds);
    expect(startBounds(state(2500, -150), [SCREEN, SECOND])).toEqual(state(2500, -150).bounds);
  });

  it.each([
    ['on a display that is gone', state(2500, 100)],
    ['with its title bar above the screen', state(100, -40)],
    ['with its title bar below the screen', state(100, 1030)],
    ['but for a strip too narrow to grab', state(1850, 100)],
  ])('lets the system place a window that would be out of reach: %s', (_how, lost) => {
    expect(startBounds(lost, [SCREEN])).toEqual({ width: 1280, height: 840 });
  });

  it('keeps one that hangs over the edge but can be grabbed', () => {
    expect(startBounds(state(-400, 100), [SCREEN])).toMatchObject({ x: -400, y: 100 });
  });

  it('makes a window fit a smaller screen, and never too small to use', () => {
    const small = { x: 0, y: 0, width: 1024, height: 700 };
    expect(startBounds(state(0, 0, 3000, 2000), [small])).toMatchObject({
      width: 1024,
      height: 700,
    });
    expect(startBounds(state(0, 0, 200, 50), [SCREEN])).toMatchObject({ width: 480, height: 400 });
    expect(startBounds(null, [small])).toEqual({ width: 1024, height: 700 });
  });

  it('opens somewhere even without a display', () => {
    expect(startBounds(null, [])).toEqual({ width: 1280, height: 840 });
  });
});

describe('the window', () => {
  const file = (double: ElectronDouble) => join(double.app.userData, 'window.json');

  async function restarted(saved: string) {
    const host = await prepareHost();
    await writeFile(file(host.double), saved);
    host.double.app.becomeReady();
    await host.started;
    host.double.window().finishLoading();
    return host.double;
  }

  it('writes down where it was when it closes, and opens there again', async () => {
    const { double } = await startHost();
    Object.assign(double.window(), { bounds: state(300, 200).bounds, maximized: true });
    const path = file(double);
    double.window().close();
    await setImmediate();
    const saved = await readFile(path, 'utf8');
    const again = await restarted(saved);
    expect(again.facts().bounds).toEqual(state(300, 200).bounds);
    expect(again.window()).toMatchObject({ maximized: true, fullScreen: false });
  });

  it('comes back in full screen', async () => {
    const double = await restarted(JSON.stringify({ ...state(0, 0), fullScreen: true }));
    expect(double.window().fullScreen).toBe(true);
  });

  it.each(['', '{', '[]', '{"bounds":{"x":"1"}}', JSON.stringify(state(0.5, 0))])(
    'starts anew when the file says %j',
    async (saved) => {
      expect((await restarted(saved)).facts().bounds).toEqual({ width: 1280, height: 840 });
    },
  );
});

describe('the theme', () => {
  it.each([
    ['light', 'light', BACKGROUNDS.light],
    ['sepia', 'light', BACKGROUNDS.sepia],
    ['dark', 'dark', BACKGROUNDS.dark],
    ['contrastLight', 'light', BACKGROUNDS.contrastLight],
    ['contrastDark', 'dark', BACKGROUNDS.contrastDark],
    ['system', 'system', BACKGROUNDS.light],
  ] as const)(
    '%s reaches the system as %s and the window before its page',
    async (theme, source, color) => {
      const host = await prepareHost();
      host.app.settings = { ...host.app.settings, theme };
      host.double.app.becomeReady();
      await host.started;
      expect(host.double.electron.nativeTheme.themeSource).toBe(source);
      expect(host.double.window().options.backgroundColor).toBe(color);
    },
  );

  it('follows the settings while the app runs', async () => {
    const { double, app } = await startHost();
    app.settings = { ...app.settings, theme: 'dark' };
    app.emit({ name: 'settings.changed', payload: {} });
    await setImmediate();
    expect(double.electron.nativeTheme.themeSource).toBe('dark');
  });
});
