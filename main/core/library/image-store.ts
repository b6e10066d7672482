/** The images of articles, each in a file named for the SHA-256 of its bytes. */
import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { LecternError } from '../../shared/errors.ts';
import { replaceDurably } from './durable-file.ts';
import { imagePath } from './library-paths.ts';
import type { Library } from './library.ts';
import { SerialQueue } from './serial-queue.ts';
import type { StoreContext } from './store-context.ts';
import { phrase } from '../../shared/messages/phrase.ts';

export class ImageStore implements Readonly<Library['images']> {
  private readonly puts = new SerialQueue();

  constructor(private readonly context: StoreContext) {}

  async put(name: string, bytes: Uint8Array): Promise<void> {
    this.context.assertWritable();
    await this.puts.run(() => this.keep(name, bytes));
  }

  settled(): Promise<void> {
    return this.puts.settled();
  }

  private async keep(name: string, bytes: Uint8Array): Promise<void> {
    const path = imagePath(this.context.folder, name);
    if (await exists(path)) return;
    if (!name.startsWith(createHash('sha256').update(bytes).digest('hex'))) {
      throw new LecternError('unreadable', phrase('error.imageChanged'));
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
