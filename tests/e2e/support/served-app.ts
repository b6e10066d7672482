import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface ServedApp {
  /** The link that `lectern serve` printed. */
  url: string;
  stop(): Promise<void>;
}

const cli = resolve(import.meta.dirname, '../../../out/main/cli.js');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/;
const START_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 15_000;

/** `node out/main/cli.js serve` on a library; rejects with what it printed when it doesn't start. */
export async function serveApp(library: string): Promise<ServedApp> {
  const child = spawn(process.execPath, [cli, '--library', library, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  let printed = '';
  const url = await new Promise<string>((found, fail) => {
    const giveUp = (why: string) => fail(new Error(`lectern serve ${why}:\n${printed}`));
    const timer = setTimeout(() => giveUp('did not start in time'), START_TIMEOUT_MS);
    const read = (text: string) => {
      printed += text;
      const address = ADDRESS.exec(printed)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      found(address);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('close', (status) => giveUp(`ended with status ${status}`));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      const tooLate = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(tooLate);
    },
  };
}
