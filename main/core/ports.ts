import type { MethodOutput } from '../shared/contract.ts';

/** The few things of a worker thread that the core uses; `worker_threads.Worker` and `MessagePort` fit. */
export interface WorkerPort {
  postMessage(value: unknown): void;
  on(event: 'message', listener: (value: unknown) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<unknown>;
}

export type WorkerName = 'search' | 'import';

export interface Log {
  info(message: string, details?: Record<string, unknown>): void;
  warn(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
}

/** What a host offers of the desktop around it; what it can't do rejects with code `unsupported`. */
export interface Desktop {
  info: Omit<MethodOutput<'desktop.info'>, 'defaultExportFolder'>;
  pickFiles(): Promise<string[]>;
  /** Null when the user cancelled. */
  pickFolder(title: string): Promise<string | null>;
  /** Saves a text where the user says; null when that was cancelled. Rejects with `unwritable`. */
  saveText(name: string, text: string): Promise<string | null>;
  showFolder(path: string): Promise<void>;
  openLink(url: string): Promise<void>;
  toggleFullScreen(): Promise<void>;
  /** Prints the page into a file that the user chooses, `name` being proposed; null when cancelled. */
  savePdf(name: string): Promise<string | null>;
}

/** Everything the core takes from outside. */
export interface Ports {
  clock: { now(): Date };
  ids: { next(): string };
  log: Log;
  paths: {
    /** The library's folder; made on first use. */
    library: string;
    /** Where the files of `resources/` are. */
    resources: string;
    defaultExportFolder: string;
  };
  spawn(worker: WorkerName): WorkerPort;
  desktop: Desktop;
}
