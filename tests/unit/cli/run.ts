/** The command line in process: what it printed and how it ended. */
import { runCli } from '../../../main/hosts/cli.ts';
import { testPorts } from '../../support/core.ts';

export interface CliResult {
  status: number;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  library: string;
  cwd?: string;
  env?: Record<string, string>;
  interrupted?: AbortSignal;
}

/** Ids of several runs on one library must differ. */
let runs = 0;

export async function run(argv: string[], options: CliOptions): Promise<CliResult> {
  const { library, cwd = '/', env = {}, interrupted = new AbortController().signal } = options;
  const number = (runs += 1);
  const printed = { stdout: '', stderr: '' };
  const status = await runCli(argv, {
    stdout: { write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text) },
    env: { LECTERN_LIBRARY: library, ...env },
    cwd,
    version: '1.2.3',
    rendererDir: '/nowhere',
    interrupted,
    checkOutput: true,
    ports: (folder) => {
      const ports = testPorts(folder);
      const log = (message: string) => void (printed.stderr += `lectern: ${message}\n`);
      return {
        ...ports,
        ids: { next: () => `run-${number}-${ports.ids.next()}` },
        log: { info: () => {}, warn: log, error: log },
      };
    },
  });
  return { status, ...printed };
}
