/** The images of articles, each in a file named for the SHA-256 of its bytes. */
import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { LecternError } from '../../shared/errors.ts';
import { replaceDurably } from './durable-file.ts';
import { unreadable } from './file-error.ts';
import { imagePath } from './library-paths.ts';
import type { Library } from './library.ts';
import { SerialQueue } from './serial-queue.ts';
import type { StoreContext } from './store-context.ts';

export class ImageStore implements Readonly<Library['images']> {
  private readonly puts = new SerialQueue();

  constructor(private readonly context: StoreContext) {}

  async put(name: string, file: string): Promise<void> {
    this.context.assertWritable();
    await this.puts.run(() => this.copy(name, file));
  }

  settled(): Promise<void> {
    return this.puts.settled();
  }

  private async copy(name: string, file: string): Promise<void> {
    const path = imagePath(this.context.folder, name);
    if (await exists(path)) return;
    const bytes = await readFile(file).catch((error: unknown) => {
      throw unreadable(file, error);
    });
    if (!name.startsWith(createHash('sha256').update(bytes).digest('hex'))) {
      throw new LecternError('unreadable', `${file} changed while it was being imported`, {
        path: file,
      });
    }
    await replaceDurably(path, (target) => target.writeFile(bytes));
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
