import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWebHost } from '../../../main/hosts/web.ts';
import { startTestHost, type TestHost } from './web-host-fixture.ts';

let host: TestHost;
let headers: { Cookie: string };

beforeEach(async () => {
  host = await startTestHost();
  headers = await host.enter();
});

afterEach(() => host.close());

test('the page comes with its policy and is asked for anew each time', async () => {
  const page = await host.send('/', { headers });
  expect(page.status).toBe(200);
  expect(page.text).toContain('Test page');
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  const policy = page.headers['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('a file with a hash in its name is kept for good', async () => {
  const script = await host.send('/assets/index-Ab12.js', { headers });
  expect(script.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'private, max-age=31536000, immutable',
  });
});

test('a page that has not changed is not sent again', async () => {
  const { headers: first } = await host.send('/', { headers });
  const again = await host.send('/', {
    headers: { ...headers, 'If-None-Match': first.etag ?? '' },
  });
  expect(again.status).toBe(304);
  expect(again.text).toBe('');
});

test('HEAD has the headers without the body', async () => {
  const page = await host.send('/', { headers, method: 'HEAD' });
  expect(page.status).toBe(200);
  expect(page.text).toBe('');
  expect(Number(page.headers['content-length'])).toBeGreaterThan(0);
});

test.each([
  '/../package.json',
  '/assets/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/%2fetc%2fpasswd',
  '//etc/passwd',
  '/assets',
  '/missing.js',
  '/%',
])('nothing outside the table of files is served: %s', async (path) => {
  const answer = await host.send(path, { headers });
  expect(answer.status).toBe(404);
  expect(answer.text).not.toContain('root:');
});

test('an absolute address in the request line is refused', async () => {
  expect((await host.send('http://evil.example/', { headers })).status).toBe(400);
});

test('methods that a file does not have are not found', async () => {
  expect((await host.send('/', { headers, method: 'DELETE' })).status).toBe(404);
  expect((await host.send('/api/call', { headers })).status).toBe(404);
});

test('a host without a built renderer says what to do', async () => {
  const starting = startWebHost({
    app: { dispatch: () => Promise.reject(new Error('unused')), subscribe: () => () => {} },
    ports: {
      log: { info() {}, warn() {}, error() {} },
      paths: { library: '', resources: '', defaultExportFolder: '' },
    },
    rendererDir: '/nowhere',
  });
  await expect(starting).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining('npm run build'),
  });
});

test('a port that is taken is a clear error', async () => {
  const starting = startTestHost({ port: Number(new URL(host.url).port) });
  await expect(starting).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringMatching(/^Port \d+ is taken/),
  });
});
