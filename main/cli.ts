#!/usr/bin/env node
import { join } from 'node:path';
import { runCli } from './hosts/cli.ts';
import { cliDesktop } from './hosts/cli/desktop.ts';
import { lineLog, nodePorts } from './hosts/node-ports.ts';
import { packageVersion } from './hosts/package-version.ts';
import { webDesktop } from './hosts/web-desktop.ts';

const entryDir = import.meta.dirname;
const version = packageVersion(join(entryDir, '../../package.json'));

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => interrupted.abort());
}
// The reader of a pipe went away (`lectern list | head`): nobody is left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const log = lineLog((line) => process.stderr.write(line), {
  verbose: Boolean(process.env['LECTERN_DEBUG']),
});

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  version,
  rendererDir: join(entryDir, '../renderer'),
  interrupted: interrupted.signal,
  ports: (library, host) =>
    nodePorts({
      library,
      entryDir,
      log,
      desktop: host === 'web' ? webDesktop(version) : cliDesktop(version),
    }),
});
