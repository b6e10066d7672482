import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../main/hosts/content-security.ts';
import { fileOf } from '../../../main/hosts/electron/protocol.ts';
import { startHost } from './started-host.ts';

describe('images of the library', () => {
  const NAME = `${'ab'.repeat(32)}.svg`;

  async function hostWithImage() {
    const host = await startHost();
    await mkdir(join(host.folder, 'library/images/ab'), { recursive: true });
    await writeFile(join(host.folder, 'library/images/ab', NAME), '<svg/>');
    return host.double;
  }

  it('come with their type, and may run nothing', async () => {
    const image = await (await hostWithImage()).request(`app://lectern/images/${NAME}`);
    expect(image).toMatchObject({ status: 200, body: '<svg/>' });
    expect(image.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    `app://lectern/images/${'cd'.repeat(32)}.svg`,
    `app://evil/images/${NAME}`,
    'app://lectern/images/..%2flibrary.json',
    'app://lectern/images/library.json',
  ])('are nowhere else: %s', async (url) => {
    expect((await (await hostWithImage()).request(url)).status).toBe(404);
  });
});

describe('app://lectern/', () => {
  it('is a secure standard origin whose pages keep to their CSP', async () => {
    const { double } = await startHost();
    expect(double.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    expect(double.facts().url).toBe('app://lectern/index.html');
  });

  it.each(['app://lectern/', 'app://lectern/index.html', 'app://lectern/index.html?a#b'])(
    'serves the page at %s with the CSP',
    async (url) => {
      const { double } = await startHost();
      const page = await double.request(url);
      expect(page.status).toBe(200);
      expect(page.body).toContain('<title>Lectern</title>');
      expect(page.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it('serves scripts and styles with their types', async () => {
    const { double } = await startHost();
    const script = await double.request('app://lectern/assets/index.js');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const style = await double.request('app://lectern/assets/a%20b.css');
    expect(style).toMatchObject({ status: 200, body: 'p{}' });
  });

  it.each([
    'app://lectern/../secret.txt',
    'app://lectern/%2e%2e/secret.txt',
    'app://lectern/..%2fsecret.txt',
    'app://lectern/assets/..%2f..%2fsecret.txt',
    'app://lectern/..%5csecret.txt',
    'app://lectern/..%2frenderer-other%2fsecret.txt',
    'app://lectern//etc/passwd',
    'app://lectern/%2fetc%2fpasswd',
    'app://lectern/index.html%00.css',
    'app://lectern/%zz',
    'app://lectern/assets/',
    'app://lectern/missing.js',
    'app://evil/index.html',
    'app:index.html',
  ])('has nothing at %s', async (url) => {
    const { double } = await startHost();
    const answer = await double.request(url);
    expect(answer.status).toBe(404);
    expect(answer.body).toBe('');
    expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  });

  it('only reads', async () => {
    const { double } = await startHost();
    expect((await double.request('app://lectern/', 'POST')).status).toBe(405);
    const head = await double.request('app://lectern/', 'HEAD');
    expect(head).toMatchObject({ status: 200, body: '' });
  });

  it('never leaves its folder, whatever the path', () => {
    const root = join('/app', 'renderer');
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', '%00', 'renderer-other'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const file = fileOf(root, `app://lectern/${pieces.join('/')}`);
        return file === null || file.startsWith(`${root}/`);
      }),
    );
  });
});
