import type { ImportMessage } from './import-messages.ts';

interface SizedFile {
  path: string;
  /** In bytes. */
  size: number;
}

/** How far the reading of files is, in files and bytes; it never goes back. */
export class Progress {
  private readonly totalBytes: number;
  private done = -1;
  /** Of the files before the one in hand. */
  private bytesBefore = 0;
  private reached = 0;
  private file: SizedFile | null = null;

  constructor(
    private readonly files: readonly SizedFile[],
    private readonly send: (message: ImportMessage) => void,
  ) {
    this.totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  }

  begin(file: SizedFile): void {
    this.finish();
    this.file = file;
    this.tell();
  }

  /** That part of the file in hand is done: 0..1. */
  reach(part: number): void {
    const bytes = this.bytesBefore + Math.floor((this.file?.size ?? 0) * part);
    if (bytes <= this.reached) return;
    this.reached = bytes;
    this.tell();
  }

  end(): void {
    this.finish();
    this.file = null;
    this.tell();
  }

  private finish(): void {
    this.done += 1;
    this.bytesBefore += this.file?.size ?? 0;
    this.reached = this.bytesBefore;
  }

  private tell(): void {
    this.send({
      type: 'progress',
      done: this.done,
      total: this.files.length,
      bytes: this.reached,
      totalBytes: this.totalBytes,
      path: this.file?.path ?? null,
    });
  }
}
