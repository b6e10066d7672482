import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pathOf, startTestHost, type TestHost } from './web-host-fixture.ts';

let host: TestHost;

beforeEach(async () => {
  host = await startTestHost();
});

afterEach(() => host.close());

describe('the link', () => {
  test('is on 127.0.0.1 and carries 32 random bytes', () => {
    const url = new URL(host.url);
    expect(url.hostname).toBe('127.0.0.1');
    expect(Buffer.from(url.searchParams.get('token') ?? '', 'base64url')).toHaveLength(32);
  });

  test('is exchanged for a cookie no script and no other site can use, and leaves the address', async () => {
    const answer = await host.send(pathOf(host.url));
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    const { port } = new URL(host.url);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^lectern-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
      ),
    ]);
  });

  test('does not give the token away as the session', async () => {
    const { Cookie } = await host.enter();
    expect(host.url).not.toContain(Cookie.split('=')[1]);
  });

  test('opens one browser only; the second is told where the fresh link is', async () => {
    await host.enter();
    const second = await host.send(pathOf(host.url));
    expect(second.status).toBe(403);
    expect(second.text).toContain('printed a fresh one');
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(host.freshLinks).toHaveLength(1);
    expect((await host.send(pathOf(host.freshLinks[0] ?? ''))).status).toBe(303);
  });

  test('prints one fresh link, however often the spent one is tried', async () => {
    await host.enter();
    for (let i = 0; i < 3; i += 1) await host.send(pathOf(host.url));
    expect(host.freshLinks).toHaveLength(1);
  });

  test('can be opened again by the browser that has the session', async () => {
    const headers = await host.enter();
    const again = await host.send(pathOf(host.url), { headers });
    expect(again.status).toBe(303);
    expect(host.freshLinks).toEqual([]);
  });

  test('with a wrong token is refused and prints nothing', async () => {
    const answer = await host.send('/?token=AAAA');
    expect(answer.status).toBe(403);
    expect(host.freshLinks).toEqual([]);
  });

  test('is no way into the API', async () => {
    const { search } = new URL(host.url);
    expect((await host.send(`/api/events${search}`)).status).toBe(403);
  });
});

describe('a request is refused', () => {
  const body = JSON.stringify({ method: 'settings.get', input: {} });

  function call(headers: Record<string, string>) {
    return host.send('/api/call', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
  }

  test('without a session, with a page for people and an outcome for programs', async () => {
    const page = await host.send('/');
    expect(page.status).toBe(403);
    expect(page.headers['content-type']).toContain('text/html');
    const answer = await call({});
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false });
  });

  test('with the session of another host', async () => {
    const other = await startTestHost();
    const { Cookie } = await other.enter();
    await other.close();
    const { port } = new URL(host.url);
    expect((await call({ Cookie })).status).toBe(403);
    expect((await call({ Cookie: Cookie.replace(/^[^=]+/, `lectern-${port}`) })).status).toBe(403);
  });

  test.each([
    { Host: 'evil.example' },
    { Host: 'localhost' },
    { Origin: 'http://evil.example' },
    { Origin: 'http://127.0.0.1:1' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('from elsewhere, even with the session: %o', async (headers) => {
    const cookie = await host.enter();
    expect((await call({ ...cookie, ...headers })).status).toBe(403);
    const withLink = await host.send(pathOf(host.url), { headers });
    expect(withLink.status).toBe(403);
    expect(withLink.headers['set-cookie']).toBeUndefined();
  });

  test('not when it comes from our own page', async () => {
    const cookie = await host.enter();
    const own = { ...cookie, Origin: host.origin, 'Sec-Fetch-Site': 'same-origin' };
    expect((await call(own)).status).toBe(200);
  });
});
