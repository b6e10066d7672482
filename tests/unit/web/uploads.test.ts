import { readdir, readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { uploadSegments } from '../../../main/hosts/web/upload-path.ts';
import { startTestHost, type TestHost } from './web-host-fixture.ts';

const uploaded = z.object({ ok: z.literal(true), value: z.object({ path: z.string() }) });

let host: TestHost;
let headers: { Cookie: string };

beforeEach(async () => {
  host = await startTestHost();
  headers = await host.enter();
});

afterEach(() => host.close());

function upload(name: string, body: string | Buffer, batch = 'b1') {
  const query = new URLSearchParams({ name, batch });
  return host.send(`/api/uploads?${query}`, { method: 'POST', headers, body });
}

async function pathOfUpload(name: string, body: string | Buffer, batch?: string): Promise<string> {
  const answer = await upload(name, body, batch);
  return uploaded.parse(JSON.parse(answer.text)).value.path;
}

test('a file arrives byte for byte under its own name', async () => {
  const bytes = Buffer.from([0, 255, 13, 10, 226, 130]);
  const path = await pathOfUpload('Übersicht 1 (Kopie).txt', bytes);
  expect(path).toMatch(/Übersicht 1 \(Kopie\)\.txt$/);
  expect(await readFile(path)).toEqual(bytes);
});

test('a dropped folder arrives as one path', async () => {
  const first = await pathOfUpload('Saved/a.html', 'a');
  const second = await pathOfUpload('Saved/img/deep/b.html', 'b');
  expect(second).toBe(first);
  expect(await readFile(join(first, 'img/deep/b.html'), 'utf8')).toBe('b');
});

test('files of the same name in two batches stay apart', async () => {
  const first = await pathOfUpload('a.txt', 'one', 'b1');
  const second = await pathOfUpload('a.txt', 'two', 'b2');
  expect(await readFile(first, 'utf8')).toBe('one');
  expect(await readFile(second, 'utf8')).toBe('two');
});

test('the same file twice in a batch is refused and changes nothing', async () => {
  const path = await pathOfUpload('a.txt', 'one');
  expect((await upload('a.txt', 'two')).status).toBe(400);
  expect(await readFile(path, 'utf8')).toBe('one');
});

test.runIf(process.platform !== 'win32')('copies are for their user alone', async () => {
  const path = await pathOfUpload('a/b.txt', 'x');
  expect((await stat(dirname(dirname(path)))).mode & 0o077).toBe(0);
  expect((await stat(join(path, 'b.txt'))).mode & 0o077).toBe(0);
});

test('copies are gone when the host has closed', async () => {
  const path = await pathOfUpload('a.txt', 'x');
  const other = await startTestHost();
  await host.close();
  host = other;
  await expect(stat(dirname(dirname(path)))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('an upload that is broken off leaves nothing', async () => {
  const folder = dirname(await pathOfUpload('whole.txt', 'x'));
  const { hostname, port } = new URL(host.origin);
  const path = `/api/uploads?${new URLSearchParams({ name: 'part.txt', batch: 'b1' })}`;
  const broken = request({ hostname, port, path, method: 'POST', headers });
  broken.on('error', () => {});
  broken.write('the first part');
  await expect.poll(() => readdir(folder)).toContain('part.txt');
  broken.destroy();
  await expect.poll(() => readdir(folder)).toEqual(['whole.txt']);
});

test('a file that can not fit is refused before it is read', async () => {
  const { hostname, port } = new URL(host.origin);
  const path = `/api/uploads?${new URLSearchParams({ name: 'huge.bin', batch: 'b1' })}`;
  const huge = { ...headers, 'Content-Length': String(2 ** 52) };
  const status = await new Promise((resolve, reject) => {
    const outgoing = request(
      { hostname, port, path, method: 'POST', headers: huge },
      (response) => {
        resolve(response.statusCode);
        outgoing.destroy();
      },
    );
    outgoing.on('error', reject);
    outgoing.flushHeaders();
  });
  expect(status).toBe(422);
});

test.each([{ name: 'a.txt', batch: '../b' }, { name: 'a.txt' }, { batch: 'b1' }])(
  'an upload needs a name and a batch: %o',
  async (given) => {
    const query = new URLSearchParams(Object.entries(given));
    const answer = await host.send(`/api/uploads?${query}`, { method: 'POST', headers, body: 'x' });
    expect(answer.status).toBe(400);
  },
);

describe('a name', () => {
  test.each(['../a', 'a/../../b', '/etc/passwd', 'a//b', './a', 'a/', '', 'a\0b', 'a\nb'])(
    'that is no plain path is refused: %j',
    (name) => {
      expect(() => uploadSegments(name, 'linux')).toThrow('not a name');
    },
  );

  test('loses what Windows can not have in one', () => {
    expect(uploadSegments('C:\\a?.txt/b.', 'win32')).toEqual(['C__a_.txt', 'b_']);
  });

  test('never leads out of its folder, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[./\\a:]{0,12}$/)),
        fc.constantFrom<NodeJS.Platform>('linux', 'win32'),
        (name, platform) => {
          let segments: string[];
          try {
            segments = uploadSegments(name, platform);
          } catch {
            return;
          }
          expect(join('/base', ...segments)).toBe(`/base/${segments.join('/')}`);
        },
      ),
    );
  });
});
