/**
 * What every command does around its own work: opens the library, prints one answer, closes.
 * Standard output has the answer and nothing else; everything else goes to standard error.
 */
import { createApp, type App } from '../../core/app.ts';
import type { Ports } from '../../core/ports.ts';
import { LecternError } from '../../shared/errors.ts';
import { libraryFolder } from '../node-ports.ts';
import { verbatim, isPhrase } from '../../shared/messages/phrase.ts';
import { ENGLISH } from '../../shared/messages/translator.ts';

export interface CliHost {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown; isTTY?: boolean };
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  version: string;
  /** Where the built renderer is. */
  rendererDir: string;
  /** Aborted when the user wants it to end (Ctrl+C). */
  interrupted: AbortSignal;
  ports(library: string, host: 'cli' | 'web'): Ports;
  /** Checks every output against the contract. */
  checkOutput?: boolean;
}

/** Status 0 is done, 1 failed, 2 wrong usage, 3 done in part. */
export const EXIT = { done: 0, failed: 1, usage: 2, partly: 3, interrupted: 130 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

export interface Answer {
  /** The one document of `--json`. */
  json: unknown;
  /** The same for people. */
  lines: readonly string[];
  status?: ExitStatus;
}

export interface GlobalOptions {
  library?: string;
  json?: boolean;
}

export interface Session {
  readonly host: CliHost;
  status: ExitStatus;
  /** For people, on standard error. */
  tell(line: string): void;
  print(options: GlobalOptions, answer: Answer): void;
  /** @throws LecternError cancelled when the user wants it to end */
  goOn(): void;
  /** `read` takes no lock and leaves the library as it is. */
  withApp<T>(
    options: GlobalOptions,
    access: 'read' | 'write',
    work: (app: App, ports: Ports) => Promise<T>,
    desktop?: 'cli' | 'web',
  ): Promise<T>;
}

/** For `JSON.stringify`: what the core told, as the lines for people have it. */
function inWords(_key: string, value: unknown): unknown {
  return isPhrase(value) ? ENGLISH.say(value) : value;
}

export function createSession(host: CliHost): Session {
  const session: Session = {
    host,
    status: EXIT.done,
    tell: (line) => host.stderr.write(`lectern: ${line}\n`),
    print(options, { json, lines, status }) {
      session.status = status ?? EXIT.done;
      const text = options.json === true ? JSON.stringify(json, inWords, 2) : lines.join('\n');
      if (text !== '') host.stdout.write(`${text}\n`);
    },
    goOn() {
      if (host.interrupted.aborted)
        throw new LecternError('cancelled', verbatim('It was interrupted'));
    },
    async withApp(options, access, work, desktop = 'cli') {
      session.goOn();
      const ports = host.ports(libraryFolder(options.library, host.env), desktop);
      const app = await createApp(ports, {
        readOnly: access === 'read',
        checkOutput: host.checkOutput ?? false,
      });
      try {
        return await work(app, ports);
      } finally {
        await app.close();
      }
    },
  };
  return session;
}
