/**
 * A small JSON file on lowdb whose writes are durable. Memory and file hold the same data: a change
 * shows in memory at once; changes that wait share one write, and when it fails they are taken back
 * and all of them reject. A damaged file is never overwritten: it is set aside first.
 */
import { Low, type Adapter } from 'lowdb';
import type { z } from 'zod';
import { LecternError } from '../../shared/errors.ts';
import type { Log } from '../ports.ts';
import { removeDurably, writeDurably } from './durable-file.ts';
import { readJsonFile } from './json-file.ts';
import { SerialQueue } from './serial-queue.ts';
import { setAside } from './set-aside.ts';

export interface DurableJsonOptions<T> {
  path: string;
  schema: z.ZodType<T>;
  /** What stands for a file that is missing or damaged. */
  fallback: T;
  /** Data for which there need not be a file. */
  isEmpty?: (data: T) => boolean;
  log: Log;
  now: () => Date;
}

class DurableJsonAdapter<T> implements Adapter<T> {
  constructor(private readonly options: DurableJsonOptions<T>) {}

  read(): Promise<T | null> {
    return readJsonFile(this.options.path, this.options.schema);
  }

  write(data: T): Promise<void> {
    const { path, isEmpty } = this.options;
    if (isEmpty?.(data) === true) return removeDurably(path);
    return writeDurably(path, `${JSON.stringify(data, null, 2)}\n`);
  }
}

export class DurableJsonFile<T> {
  /** Why the file could not be read, until it has been set aside. */
  damage: LecternError | null = null;
  private readonly low: Low<T>;
  private readonly queue = new SerialQueue();
  private durable: T;
  /** Changes that no write has taken up yet, and the write that will. */
  private pending: ((data: T) => T)[] = [];
  private waiting: Promise<void> | null = null;

  private constructor(private readonly options: DurableJsonOptions<T>) {
    this.low = new Low(new DurableJsonAdapter(options), options.fallback);
    this.durable = options.fallback;
  }

  /** Writes nothing. @throws LecternError unreadable */
  static async open<T>(options: DurableJsonOptions<T>): Promise<DurableJsonFile<T>> {
    const file = new DurableJsonFile(options);
    await file.load();
    return file;
  }

  get data(): T {
    return this.low.data;
  }

  /** `change` gives new data and leaves the old as it was. @throws LecternError unwritable */
  update(change: (data: T) => T): Promise<void> {
    this.low.data = change(this.low.data);
    this.pending.push(change);
    this.waiting ??= this.queue.run(() => this.write());
    return this.waiting;
  }

  settled(): Promise<void> {
    return this.queue.settled();
  }

  private async load(): Promise<void> {
    try {
      await this.low.read();
    } catch (error) {
      if (!(error instanceof LecternError) || error.code !== 'damaged') throw error;
      this.damage = error;
      this.options.log.warn(error.message);
    }
    this.durable = this.low.data;
  }

  private async write(): Promise<void> {
    try {
      await this.setDamagedAside().finally(() => {
        this.waiting = null;
        this.pending = [];
      });
      const data = this.low.data;
      await this.low.write();
      this.durable = data;
    } catch (error) {
      // What was changed meanwhile has a write of its own to come.
      this.low.data = this.pending.reduce((data, change) => change(data), this.durable);
      throw error;
    }
  }

  private async setDamagedAside(): Promise<void> {
    if (this.damage === null) return;
    const path = await setAside(this.options.path, this.options.now());
    this.options.log.warn(`The damaged file was set aside as ${path}`);
    this.damage = null;
  }
}
