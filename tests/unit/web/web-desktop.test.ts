import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { folderOpener, webDesktop } from '../../../main/hosts/web-desktop.ts';

test('the page in a browser has no dialogs', async () => {
  const desktop = webDesktop('1.2.3');
  expect(desktop.info).toMatchObject({ host: 'web', version: '1.2.3', dialogs: false });
  await expect(desktop.pickFiles()).rejects.toMatchObject({ code: 'unsupported' });
  await expect(desktop.pickFolder('x')).rejects.toMatchObject({ code: 'unsupported' });
  await expect(desktop.saveText('a.md', '')).rejects.toMatchObject({ code: 'unsupported' });
  await expect(desktop.openLink('http://x/')).rejects.toMatchObject({ code: 'unsupported' });
});

test('a folder is shown by the program of the desktop', () => {
  expect(folderOpener('darwin', {})).toBe('open');
  expect(folderOpener('win32', {})).toBe('explorer');
  expect(folderOpener('linux', { DISPLAY: ':0' })).toBe('xdg-open');
  expect(folderOpener('linux', {})).toBeNull();
});

test.runIf(process.platform === 'linux')('without a desktop it says where', async () => {
  vi.stubEnv('DISPLAY', '');
  vi.stubEnv('WAYLAND_DISPLAY', '');
  await expect(webDesktop('1').showFolder(tmpdir())).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining(tmpdir()),
  });
});

test.runIf(process.platform === 'linux')('what is no folder is never handed over', async () => {
  vi.stubEnv('DISPLAY', ':0');
  await expect(webDesktop('1').showFolder('/etc/passwd')).rejects.toMatchObject({
    code: 'not_found',
  });
});
