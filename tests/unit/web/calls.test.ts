import { afterEach, expect, test } from 'vitest';
import { ERROR_CODES } from '../../../main/shared/errors.ts';
import { startTestHost, type Answer, type TestHost } from './web-host-fixture.ts';

let host: TestHost;

afterEach(() => host.close());

async function post(body: string, type = 'application/json'): Promise<Answer> {
  const cookie = await host.enter();
  return host.send('/api/call', {
    method: 'POST',
    headers: { ...cookie, 'Content-Type': type },
    body,
  });
}

test('a call goes to the app and its outcome comes back, not to be cached', async () => {
  host = await startTestHost();
  const answer = await post(JSON.stringify({ method: 'articles.get', input: { id: 'ä' } }));
  expect(answer.status).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(JSON.parse(answer.text)).toEqual({
    ok: true,
    value: { method: 'articles.get', input: { id: 'ä' } },
  });
});

test.each(ERROR_CODES)('an error of code %s is a value with an error status', async (code) => {
  const outcome = { ok: false as const, error: { code, message: 'why' } };
  host = await startTestHost({ dispatch: () => Promise.resolve(outcome) });
  const answer = await post(JSON.stringify({ method: 'x.y', input: {} }));
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(JSON.parse(answer.text)).toEqual(outcome);
});

test.each(['', 'nonsense', 'null', '[]', '{}', '{"method":1}', '{"method":"a.b","extra":1}'])(
  'what is not a call is refused: %j',
  async (body) => {
    host = await startTestHost();
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'bad_input' } });
  },
);

test('a form of another site can not pass for a call', async () => {
  host = await startTestHost();
  const body = JSON.stringify({ method: 'settings.get', input: {} });
  expect((await post(body, 'text/plain')).status).toBe(415);
  expect((await post(body, 'application/json; charset=utf-8')).status).toBe(200);
});

test('a call past the limit is answered with what the limit is', async () => {
  host = await startTestHost();
  const answer = await post('x'.repeat(16 * 1024 * 1024 + 1));
  expect(answer.status).toBe(413);
  expect(answer.text).toContain('16 MB');
});

test('closing waits for the call that is running', async () => {
  let finish = () => {};
  let started = () => {};
  const begun = new Promise<void>((resolve) => {
    started = resolve;
  });
  host = await startTestHost({
    async dispatch() {
      started();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return { ok: true, value: 'done' };
    },
  });
  const answer = post(JSON.stringify({ method: 'a.b', input: {} }));
  await begun;
  const { close } = host;
  let closed = false;
  const closing = close().then(() => {
    closed = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(closed).toBe(false);
  finish();
  expect((await answer).text).toContain('done');
  await closing;
  host.close = () => Promise.resolve();
});
