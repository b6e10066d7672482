import { get, type IncomingMessage } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { startTestHost, type TestHost } from './web-host-fixture.ts';

let host: TestHost;

afterEach(() => host.close());

async function listen(): Promise<{ response: IncomingMessage; text: () => string }> {
  const headers = await host.enter();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${host.origin}/api/events`, { headers, agent: false }, resolve).on('error', reject);
  });
  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return { response, text: () => text };
}

test('events of the app reach the page as they happen', async () => {
  host = await startTestHost();
  const { response, text } = await listen();
  expect(response.headers['content-type']).toContain('text/event-stream');
  host.emit({ name: 'search.indexed', payload: { pending: 3 } });
  await expect.poll(text).toContain('data: {"name":"search.indexed","payload":{"pending":3}}\n\n');
});

test('files that Lectern was started with are opened by the first page alone', async () => {
  host = await startTestHost({ files: ['/dumps/a.txt'] });
  const first = await listen();
  await expect.poll(first.text).toContain('"files.opened","payload":{"paths":["/dumps/a.txt"]}');
  const second = await listen();
  await expect.poll(second.text).toContain('retry:');
  expect(second.text()).not.toContain('files.opened');
});

test('closing ends the stream', async () => {
  host = await startTestHost();
  const { response } = await listen();
  const ended = new Promise((resolve) => response.once('end', resolve));
  await host.close();
  await ended;
  host = await startTestHost();
});
