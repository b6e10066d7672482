/**
 * The texts of an import between plan and commit, in one temporary file: a plan of a large import
 * would fill the memory with them, and the system's folder for temporary files may be memory too.
 * The file has no name any more as soon as it is open (where the platform can), so that it goes with
 * the process however that ends.
 */
import { writeSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm, rmdir, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LecternError } from '../../shared/errors.ts';
import { unwritable } from '../library/file-error.ts';
import { describeReadError } from './file-error.ts';
import { phrase } from '../../shared/messages/phrase.ts';

/** In bytes of UTF-8. */
export interface TextPlace {
  at: number;
  bytes: number;
}

/** Where the texts go. */
export interface TextTarget {
  /** Of the open file. */
  descriptor: number;
  /** The folder that it lies in, to be named when it is full. */
  folder: string;
}

export interface KeptText {
  /** Its size. */
  readonly bytes: number;
  /** The Markdown. @throws LecternError unreadable */
  read(): Promise<string>;
}

export class KeptTexts {
  private end = 0;

  private constructor(
    private readonly folder: string,
    private readonly file: FileHandle,
  ) {}

  /** In a folder of its own in `parent`, which is made. @throws LecternError unwritable */
  static async open(parent: string): Promise<KeptTexts> {
    try {
      await mkdir(parent, { recursive: true });
      const folder = await mkdtemp(join(parent, 'lectern-import-'));
      const file = await open(join(folder, 'texts'), 'wx+');
      await removeFolder(folder);
      return new KeptTexts(folder, file);
    } catch (error) {
      throw unwritable(parent, error);
    }
  }

  /** For one writer at a time, which may be another thread of this process. */
  get target(): TextTarget {
    return { descriptor: this.file.fd, folder: this.folder };
  }

  at({ at, bytes }: TextPlace): KeptText {
    this.end = Math.max(this.end, at + bytes);
    return {
      bytes,
      read: async () => {
        const buffer = Buffer.allocUnsafe(bytes);
        const read = await this.file.read(buffer, 0, bytes, at).catch((error: unknown) => {
          throw new LecternError(
            'unreadable',
            phrase('error.textLost', { cause: describeReadError(error) }),
          );
        });
        if (read.bytesRead === bytes) return buffer.toString('utf8');
        throw new LecternError('unreadable', phrase('error.textOfImportLost'));
      },
    };
  }

  /** @throws LecternError unwritable */
  async keep(markdown: string): Promise<KeptText> {
    const bytes = Buffer.from(markdown);
    const at = this.end;
    const text = this.at({ at, bytes: bytes.length });
    try {
      await this.file.write(bytes, 0, bytes.length, at);
    } catch (error) {
      throw unwritable(this.folder, error);
    }
    return text;
  }

  async close(): Promise<void> {
    await this.file.close();
    await removeFolder(this.folder);
    // Another plan may still be in it.
    await rmdir(dirname(this.folder)).catch(() => {});
  }
}

/** The other thread's side. */
export class TextWriter {
  private end = 0;

  constructor(private readonly target: TextTarget) {}

  /** @throws LecternError unwritable */
  write(markdown: string): TextPlace {
    const bytes = Buffer.from(markdown);
    const at = this.end;
    try {
      for (let done = 0; done < bytes.length;) {
        const left = bytes.length - done;
        done += writeSync(this.target.descriptor, bytes, done, left, at + done);
      }
    } catch (error) {
      throw unwritable(this.target.folder, error);
    }
    this.end += bytes.length;
    return { at, bytes: bytes.length };
  }
}

function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true }).catch(() => {});
}
