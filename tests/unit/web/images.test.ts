import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startTestHost } from './web-host-fixture.ts';

const NAME = `${'ab'.repeat(32)}.png`;
const BYTES = Buffer.from('the bytes of a picture');

async function hostWithImage() {
  const host = await startTestHost();
  await mkdir(join(host.library, 'images/ab'), { recursive: true });
  await writeFile(join(host.library, 'images/ab', NAME), BYTES);
  await writeFile(join(host.library, 'library.json'), '{}');
  return host;
}

describe('images of the library over HTTP', () => {
  it('come with their type, to be kept by the browser, and may run nothing', async () => {
    const host = await hostWithImage();
    const answer = await host.send(`/images/${NAME}`, { headers: await host.enter() });
    expect(answer).toMatchObject({ status: 200, text: BYTES.toString() });
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(BYTES.length),
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    });
  });

  it('are for the one session alone', async () => {
    const host = await hostWithImage();
    expect((await host.send(`/images/${NAME}`)).status).toBe(403);
  });

  it.each([
    `/images/${'cd'.repeat(32)}.png`,
    '/images/../library.json',
    '/images/..%2flibrary.json',
    '/images/library.json',
    `/images/ab/${NAME}`,
    '/images/',
  ])('are nowhere else: %s', async (path) => {
    const host = await hostWithImage();
    expect((await host.send(path, { headers: await host.enter() })).status).toBe(404);
  });
});
