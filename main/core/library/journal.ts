/**
 * An open journal file: `append` resolves when the text is on the disk. After a failed append the
 * file is cut back to what was acknowledged before anything else is written, so that no half line
 * ever stands between whole ones.
 */
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './durable-file.ts';
import { unwritable } from './file-error.ts';

export class Journal {
  private uncertain = false;

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private length: number,
  ) {}

  /** Makes the file where it is missing, cuts it to `length`. @throws LecternError unwritable */
  static async open(path: string, length: number): Promise<Journal> {
    try {
      const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o666);
      const journal = new Journal(path, file, length);
      await journal.cutBack().catch(async (error: unknown) => {
        await file.close();
        throw error;
      });
      await syncFolder(dirname(path));
      return journal;
    } catch (error) {
      throw unwritable(path, error);
    }
  }

  /** In bytes. */
  get size(): number {
    return this.length;
  }

  /** One at a time. @throws LecternError unwritable */
  async append(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    try {
      if (this.uncertain) await this.cutBack();
      this.uncertain = true;
      await this.writeAll(bytes);
      await this.file.datasync();
      this.length += bytes.length;
      this.uncertain = false;
    } catch (error) {
      await this.cutBack().catch(() => {});
      throw unwritable(this.path, error);
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async writeAll(bytes: Buffer): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const at = this.length + written;
      written += (await this.file.write(bytes, written, bytes.length - written, at)).bytesWritten;
    }
  }

  private async cutBack(): Promise<void> {
    await this.file.truncate(this.length);
    await this.file.sync();
    this.uncertain = false;
  }
}
