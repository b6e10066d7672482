import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startWebHost } from '../../main/hosts/web.ts';
import type { HostUnderTest } from './host-under-test.ts';
import { openConformanceApp } from './in-process-host.ts';
import { outcomeSchema } from './outcome.ts';

/** The web host as a browser sees it: a link, a cookie, and JSON over HTTP. */
export const httpHost: HostUnderTest = {
  name: 'web',
  async open(library) {
    const { app, ports } = await openConformanceApp(library);
    const rendererDir = join(dirname(library), 'renderer');
    await mkdir(rendererDir, { recursive: true });
    await writeFile(join(rendererDir, 'index.html'), '<!doctype html>');
    const host = await startWebHost({ app, ports, rendererDir });
    const cookie = await enter(host.url);
    return {
      async call(method, input) {
        const response = await fetch(new URL('/api/call', host.url), {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body: JSON.stringify({ method, input }),
        });
        const outcome = outcomeSchema.parse(await response.json());
        if (response.ok !== outcome.ok) throw new Error(`${method}: status ${response.status}`);
        return outcome;
      },
      async close() {
        await host.close();
        await app.close();
        await rm(rendererDir, { recursive: true });
      },
    };
  },
};

async function enter(url: string): Promise<string> {
  const response = await fetch(url, { redirect: 'manual' });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}
