/** `out/main/index.js` in a process of its own, on the double instead of Electron. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CALL_CHANNEL } from '../../main/shared/bridge.ts';
import {
  CONTRACT,
  type MethodInput,
  type MethodName,
  type MethodOutput,
  type Outcome,
} from '../../main/shared/contract.ts';
import { fromErrorValue } from '../../main/shared/errors.ts';
import { BUNDLED_DOUBLE } from './bundle-electron-double.ts';
import type { Order, Report, Verbs } from './electron-process.ts';

const root = resolve(import.meta.dirname, '../..');
const ENTRY = join(root, 'out/main/index.js');
const START_MS = 15_000;

/** Makes `electron` mean the bundled double. */
const HOOKS = `
  export async function resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    return { url: process.env.LECTERN_TEST_ELECTRON, format: 'module', shortCircuit: true };
  }
`;
const REGISTER_HOOKS = `
  import { register } from 'node:module';
  register(${JSON.stringify(asModule(HOOKS))});
`;

export interface BuiltMainOptions {
  /** Holds the library, the profile and the home folder. */
  folder: string;
  args?: string[];
  /** As if another Lectern were running. */
  second?: boolean;
}

export class BuiltMain {
  /** Resolves with the exit status. */
  readonly ended: Promise<number | null>;
  stderr = '';
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (report: Report) => void>();
  #orders = 0;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    child.on('message', (report: Report) => {
      this.#waiting.get(report.id)?.(report);
      this.#waiting.delete(report.id);
    });
    child.on('exit', () => {
      for (const [id, settle] of this.#waiting) settle({ id, error: `Ended: ${this.stderr}` });
    });
  }

  do<V extends keyof Verbs>(
    verb: V,
    ...args: Parameters<Verbs[V]>
  ): Promise<Awaited<ReturnType<Verbs[V]>>> {
    const order: Order = { id: (this.#orders += 1), verb, args };
    return new Promise((done, fail) => {
      this.#waiting.set(order.id, ({ value, error }) => {
        if (error !== undefined) fail(new Error(error));
        else done(value as Awaited<ReturnType<Verbs[V]>>); // JSON of what the verb gave
      });
      this.#child.send(order, (error) => error !== null && fail(error));
    });
  }

  /** A call from our page; rejects with LecternError. */
  async call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const outcome = (await this.do('invoke', CALL_CHANNEL, [method, input])) as Outcome<unknown>;
    if (!outcome.ok) throw fromErrorValue(outcome.error);
    return CONTRACT[method].output.parse(outcome.value) as MethodOutput<M>;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

/** Runs the bundle up to where Electron isn't ready yet. */
export async function launchBuiltMain(options: BuiltMainOptions): Promise<BuiltMain> {
  const profile = join(options.folder, 'profile');
  await mkdir(profile, { recursive: true });
  const child = fork(ENTRY, options.args ?? [], {
    cwd: options.folder,
    execArgv: ['--import', asModule(REGISTER_HOOKS)],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      HOME: options.folder,
      USERPROFILE: options.folder,
      LECTERN_LIBRARY: join(options.folder, 'library'),
      LECTERN_TEST_ELECTRON: pathToFileURL(BUNDLED_DOUBLE).href,
      LECTERN_TEST_PROFILE: profile,
      LECTERN_TEST_SECOND: options.second === true ? '1' : '0',
    },
  });
  return new BuiltMain(child);
}

/** With its window open and the page loaded. */
export async function startBuiltMain(options: BuiltMainOptions): Promise<BuiltMain> {
  const main = await launchBuiltMain(options);
  await main.do('becomeReady');
  const deadline = Date.now() + START_MS;
  while (!(await main.do('isLoading'))) {
    if (Date.now() > deadline) throw new Error(`No window: ${main.stderr}`);
    await new Promise((done) => setTimeout(done, 10));
  }
  await main.do('finishLoading');
  return main;
}

function asModule(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
