import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that are read where they are needed: a file, or what was unpacked in memory. */
export interface RandomAccess {
  readonly size: number;
  /** Fewer bytes than asked for at the end. */
  read(start: number, length: number): Uint8Array;
}

export interface OpenFile extends RandomAccess {
  close(): void;
}

/** @throws the system's errors */
export function openFile(path: string): OpenFile {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  return {
    size,
    read(start, length) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - start)));
      let done = 0;
      while (done < bytes.length) {
        const count = readSync(file, bytes, done, bytes.length - done, start + done);
        if (count === 0) break;
        done += count;
      }
      return bytes.subarray(0, done);
    },
    close: () => closeSync(file),
  };
}

export function inMemory(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.byteLength,
    read: (start, length) => bytes.subarray(start, start + length),
  };
}
