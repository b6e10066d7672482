import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startHost } from './started-host.ts';

describe('the desktop of the Electron host', () => {
  it('tells what it is', async () => {
    const { desktop } = await startHost();
    expect(desktop.info).toEqual({
      host: 'electron',
      version: '1.2.3',
      platform: 'linux',
      dialogs: true,
    });
  });

  it('lets files be picked, and on a Mac folders in the same dialog', async () => {
    const onLinux = await startHost();
    onLinux.double.files.push(['/a.txt', '/b.md']);
    expect(await onLinux.desktop.pickFiles()).toEqual(['/a.txt', '/b.md']);
    expect(onLinux.double.asked[0]?.options?.properties).toEqual(['openFile', 'multiSelections']);
    const onMac = await startHost({ platform: 'darwin' });
    await onMac.desktop.pickFiles();
    expect(onMac.double.asked[0]?.options?.properties).toContain('openDirectory');
  });

  it('gives nothing when the user cancels', async () => {
    const { desktop } = await startHost();
    expect(await desktop.pickFiles()).toEqual([]);
    expect(await desktop.pickFolder('Export to')).toBeNull();
  });

  it('lets a folder be picked or made, under the title it was given', async () => {
    const { desktop, double } = await startHost();
    double.files.push(['/notes']);
    expect(await desktop.pickFolder('Export to')).toBe('/notes');
    expect(double.asked).toMatchObject([
      { title: 'Export to', options: { properties: ['openDirectory', 'createDirectory'] } },
    ]);
  });

  it('saves a text where the user says, and says what stood in the way', async () => {
    const { desktop, double, folder } = await startHost();
    expect(await desktop.saveText('report.md', 'text')).toBeNull();
    const path = join(folder, 'report.md');
    double.files.push([path], [join(folder, 'missing', 'report.md')]);
    expect(await desktop.saveText('report.md', 'text')).toBe(path);
    expect(await readFile(path, 'utf8')).toBe('text');
    expect(double.asked.at(-1)).toMatchObject({ kind: 'save', title: 'report.md' });
    await expect(desktop.saveText('report.md', 'text')).rejects.toMatchObject({
      code: 'unwritable',
    });
  });

  it('saves the page as a PDF where the user wants it, under a name that is a file name', async () => {
    const { desktop, double, folder } = await startHost();
    expect(await desktop.savePdf('Tides')).toBeNull();
    const path = join(folder, 'tides.pdf');
    double.files.push([path]);
    expect(await desktop.savePdf('Tides: a/b')).toBe(path);
    expect(await readFile(path, 'latin1')).toMatch(/^%PDF/);
    expect(double.asked.map(({ kind, title }) => [kind, title])).toEqual([
      ['save', 'Tides.pdf'],
      ['save', expect.stringMatching(/^[^/:]+\.pdf$/)],
    ]);
    expect(double.window().webContents.done).toEqual([
      expect.stringMatching(/^pdf .*printBackground/),
    ]);
    double.files.push([join(folder, 'missing', 'tides.pdf')]);
    await expect(desktop.savePdf('Tides')).rejects.toMatchObject({ code: 'unwritable' });
  });

  it('fills the screen and leaves it again', async () => {
    const { desktop, double } = await startHost();
    await desktop.toggleFullScreen();
    expect(double.window().isFullScreen()).toBe(true);
    await desktop.toggleFullScreen();
    expect(double.window().isFullScreen()).toBe(false);
    double.window().close();
    await expect(desktop.toggleFullScreen()).rejects.toMatchObject({ code: 'unsupported' });
  });

  it('picks without a window too', async () => {
    const { desktop, double } = await startHost({ platform: 'darwin' });
    double.window().close();
    double.files.push(['/a.txt']);
    expect(await desktop.pickFiles()).toEqual(['/a.txt']);
  });

  it('opens folders, and nothing that could be a program', async () => {
    const { desktop, double, folder } = await startHost();
    await desktop.showFolder(folder);
    expect(double.openedFolders).toEqual([folder]);
    await writeFile(join(folder, 'program'), '');
    await expect(desktop.showFolder(join(folder, 'program'))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(desktop.showFolder(join(folder, 'missing'))).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(double.openedFolders).toEqual([folder]);
  });

  it('only reveals what may be an application on a Mac', async () => {
    const { desktop, double, folder } = await startHost({ platform: 'darwin' });
    const bundle = join(folder, 'Evil.app');
    await mkdir(bundle);
    await desktop.showFolder(bundle);
    expect(double.openedFolders).toEqual([`revealed ${bundle}`]);
  });

  it('opens addresses of the web in the browser, and no others', async () => {
    const { desktop, double } = await startHost();
    await desktop.openLink('https://example.com/a?b#c');
    for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/', 'example']) {
      await expect(desktop.openLink(address), address).rejects.toMatchObject({ code: 'bad_input' });
    }
    expect(double.openedLinks).toEqual(['https://example.com/a?b#c']);
  });
});
