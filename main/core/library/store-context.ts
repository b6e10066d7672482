import type { Log } from '../ports.ts';

/** What every store of one library needs. */
export interface StoreContext {
  folder: string;
  log: Log;
  now: () => Date;
  /** @throws LecternError read_only, cancelled */
  assertWritable(): void;
}
