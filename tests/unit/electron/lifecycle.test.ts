import { setImmediate } from 'node:timers/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LecternError } from '../../../main/shared/errors.ts';
import { prepareHost, startHost } from './started-host.ts';
import { verbatim } from '../../../main/shared/messages/phrase.ts';

const opened = (...paths: string[]) => ({ name: 'files.opened', payload: { paths } });

describe('starting', () => {
  it('shows the window once its page is painted', async () => {
    const host = await prepareHost();
    expect(host.double.windows).toEqual([]);
    host.double.app.becomeReady();
    await host.started;
    expect(host.double.facts().shown).toBe(false);
    host.double.window().finishLoading();
    expect(host.double.facts().shown).toBe(true);
  });

  it('goes by its name and version', async () => {
    const { double, folder } = await startHost({ platform: 'win32' });
    expect(double.app.name).toBe('Lectern');
    expect(double.app.userModelId).toBe('org.lectern.Lectern');
    expect(double.app.about).toMatchObject({
      applicationName: 'Lectern',
      applicationVersion: '1.2.3',
      iconPath: join(folder, 'icon.png'),
    });
    expect(double.app.dock.icon).toBe(join(folder, 'icon.png'));
    expect(double.window().options).toMatchObject({
      title: 'Lectern',
      icon: join(folder, 'icon.png'),
    });
  });

  it('says in one box why the library can’t be opened, and ends with status 1', async () => {
    const host = await prepareHost({
      openApp: () =>
        Promise.reject(
          new LecternError('locked', verbatim('The library is open in Lectern (process 17)')),
        ),
    });
    host.double.app.becomeReady();
    await host.started;
    expect(host.double.asked).toEqual([
      {
        kind: 'error',
        title: 'Lectern can’t start',
        content: 'The library is open in Lectern (process 17)',
      },
    ]);
    expect(host.double.app.exitCode).toBe(1);
    expect(host.double.windows).toEqual([]);
  });

  it('opens the library of --library, in a profile of its own', async () => {
    const { library, folder, double } = await startHost({ argv: ['--library', 'other'] });
    expect(library).toBe(join(folder, 'other'));
    expect(double.app.userData).toMatch(/profile\/libraries\/[0-9a-f]{16}$/);
    const usual = await startHost();
    expect(usual.library).toBe(join(usual.folder, 'library'));
    expect(usual.double.app.userData).toBe(join(usual.folder, 'profile'));
  });
});

describe('files from outside', () => {
  it('come with the command line, and wait for the page', async () => {
    const host = await prepareHost({ argv: ['dump.txt', '/else/where.md'] });
    host.double.app.becomeReady();
    await host.started;
    expect(host.double.sent()).toEqual([]);
    host.double.window().finishLoading();
    expect(host.double.sent()).toEqual([opened(join(host.folder, 'dump.txt'), '/else/where.md')]);
  });

  it('come from a second start, which ends itself and hands its files over', async () => {
    const second = await prepareHost({
      argv: ['dump.txt'],
      prepare: (double) => (double.app.isOnlyInstance = false),
    });
    await second.started;
    expect(second.double.app.exitCode).toBe(0);
    expect(second.double.windows).toEqual([]);

    const first = await startHost();
    first.double.window().minimized = true;
    first.double.startAgain(second.double.app.handedOver);
    expect(first.double.sent()).toEqual([opened(join(second.folder, 'dump.txt'))]);
    expect(first.double.window()).toMatchObject({ minimized: false, focused: true });
  });

  it('need not come: a second start alone brings the window to the front', async () => {
    const { double } = await startHost();
    double.startAgain({ paths: [] });
    double.startAgain(undefined);
    expect(double.sent()).toEqual([]);
    expect(double.facts().focused).toBe(true);
    expect(double.windows).toHaveLength(1);
  });

  it('come from Finder, even before Electron is ready', async () => {
    const host = await prepareHost({ platform: 'darwin' });
    expect(host.double.openFile('/early.txt')).toBe(true);
    host.double.app.becomeReady();
    await host.started;
    host.double.window().finishLoading();
    host.double.openFile('/late.txt');
    expect(host.double.sent()).toEqual([opened('/early.txt'), opened('/late.txt')]);
  });

  it('wait while the page loads again', async () => {
    const { double } = await startHost();
    const { webContents } = double.window();
    webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    double.startAgain({ paths: ['/a.txt'] });
    expect(double.sent()).toEqual([]);
    webContents.emit('did-finish-load');
    expect(double.sent()).toEqual([opened('/a.txt')]);
  });

  it('are remembered by the system once they were read, where it remembers files', async () => {
    const onMac = await startHost({ platform: 'darwin' });
    await onMac.double.invoke('lectern:call', ['imports.plan', { paths: ['/a.txt'] }]);
    await onMac.double.invoke('lectern:call', ['articles.list', {}]);
    onMac.app.failure = { ok: false, error: { code: 'unreadable', message: 'Gone' } };
    await onMac.double.invoke('lectern:call', ['imports.plan', { paths: ['/gone.txt'] }]);
    expect(onMac.double.app.recentDocuments).toEqual(['/a.txt']);
    const onWindows = await startHost({ platform: 'win32' });
    await onWindows.double.invoke('lectern:call', ['imports.plan', { paths: ['/b.txt'] }]);
    expect(onWindows.double.app.recentDocuments).toEqual(['/b.txt']);
    const onLinux = await startHost();
    await onLinux.double.invoke('lectern:call', ['imports.plan', { paths: ['/a.txt'] }]);
    expect(onLinux.double.app.recentDocuments).toEqual([]);
  });
});

describe('events of the app', () => {
  it('reach the loaded page and are not kept for a loading one', async () => {
    const host = await prepareHost();
    host.double.app.becomeReady();
    await host.started;
    host.app.emit({ name: 'tags.changed', payload: {} });
    host.double.window().finishLoading();
    host.app.emit({ name: 'articles.changed', payload: { ids: ['a'] } });
    expect(host.double.sent()).toEqual([{ name: 'articles.changed', payload: { ids: ['a'] } }]);
  });
});

describe('quitting', () => {
  it('waits for what is still being written, with the window closed already', async () => {
    const { double, app } = await startHost();
    const { promise, resolve } = deferred();
    app.pending = promise;
    double.app.quit();
    await setImmediate();
    expect(double.window.bind(double)).toThrow('no window');
    expect(double.app.exitCode).toBeNull();
    double.app.quit();
    await setImmediate();
    expect(double.app.exitCode).toBeNull();
    resolve();
    expect(await double.app.ended).toBe(0);
    expect(app).toMatchObject({ closed: true, closings: 1 });
  });

  it('says so when the library can’t be closed, and ends all the same', async () => {
    const { double, app } = await startHost();
    app.pending = Promise.reject(new Error('disk full'));
    double.app.quit();
    expect(await double.app.ended).toBe(0);
    expect(double.asked).toMatchObject([{ kind: 'error', content: 'disk full' }]);
  });

  it('follows the closing of the window, except on a Mac', async () => {
    const onWindows = await startHost({ platform: 'win32' });
    await onWindows.double.invoke('lectern:call', ['imports.plan', { paths: ['/b.txt'] }]);
    expect(onWindows.double.app.recentDocuments).toEqual(['/b.txt']);
    const onLinux = await startHost();
    onLinux.double.window().close();
    expect(await onLinux.double.app.ended).toBe(0);

    const onMac = await startHost({ platform: 'darwin' });
    onMac.double.window().close();
    await setImmediate();
    expect(onMac.double.app.exitCode).toBeNull();
    expect(onMac.app.closed).toBe(false);
    onMac.double.app.emit('activate');
    expect(onMac.double.window().url).toBe('app://lectern/index.html');
  });
});

describe('a page that fails', () => {
  it('is offered to be loaded again after its process died', async () => {
    const { double } = await startHost();
    double.buttons.push(0);
    double.window().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    await setImmediate();
    expect(double.asked).toHaveLength(1);
    expect(double.window().webContents.done).toEqual(['reload']);
  });

  it('lets the user quit instead', async () => {
    const { double } = await startHost();
    double.buttons.push(1);
    double.window().webContents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
    expect(await double.app.ended).toBe(0);
  });

  it('is ended and loaded again when it hangs and the user wants that, with one question', async () => {
    const { double } = await startHost();
    double.buttons.push(0);
    double.window().emit('unresponsive');
    double.window().emit('unresponsive');
    await setImmediate();
    expect(double.asked).toHaveLength(1);
    expect(double.window().webContents.done).toEqual(['crash', 'reload']);
  });
});

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
