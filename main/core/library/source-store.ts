/** Sources: metadata in the catalogue, the imported bytes in a file named for their SHA-256. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Source } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import type { Catalogue } from './catalogue.ts';
import { removeDurably, replaceFile, syncFolder } from './durable-file.ts';
import { isMissing, unreadable } from './file-error.ts';
import { damaged } from './json-file.ts';
import type { FailedSource, Library, SourceWithContent } from './library.ts';
import { sourcePath } from './library-paths.ts';
import { mapBounded } from './map-bounded.ts';
import { SerialQueue } from './serial-queue.ts';
import type { StoreContext } from './store-context.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const FILES_AT_ONCE = 16;

export class SourceStore implements Readonly<Library['sources']> {
  private readonly puts = new SerialQueue();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly context: StoreContext,
  ) {}

  get(id: string): Source | undefined {
    return this.catalogue.data.sources.get(id);
  }

  require(id: string): Source {
    const source = this.get(id);
    if (source === undefined)
      throw new LecternError('not_found', phrase('error.noSource', { id }), { id });
    return source;
  }

  all(): Iterable<Source> {
    return this.catalogue.data.sources.values();
  }

  async put(source: Source, content: string | Uint8Array): Promise<void> {
    const [failed] = await this.putAll([{ source, content: async () => content }]);
    if (failed !== undefined) throw failed.error;
  }

  async putAll(entries: readonly SourceWithContent[]): Promise<FailedSource[]> {
    this.context.assertWritable();
    return this.puts.run(async () => {
      try {
        return await this.keep(entries);
      } catch (error) {
        await this.removeStrays(entries);
        throw error;
      }
    });
  }

  settled(): Promise<void> {
    return this.puts.settled();
  }

  async bytes(id: string): Promise<Uint8Array> {
    this.require(id);
    const path = sourcePath(this.context.folder, id);
    try {
      return await readFile(path);
    } catch (error) {
      if (isMissing(error)) throw damaged(path, phrase('damage.missing'));
      throw unreadable(path, error);
    }
  }

  async remove(id: string): Promise<void> {
    this.context.assertWritable();
    await this.puts.run(async () => {
      await this.catalogue.commit(() => [{ op: 'removeSource', id }]);
      await removeDurably(sourcePath(this.context.folder, id));
    });
  }

  private async keep(entries: readonly SourceWithContent[]): Promise<FailedSource[]> {
    const outcomes = await mapBounded(entries, FILES_AT_ONCE, async ({ source, content }) => {
      try {
        await this.copy(source, await content());
        return null;
      } catch (error) {
        if (error instanceof LecternError && error.code === 'unwritable') throw error;
        return { source, error };
      }
    });
    const failed = outcomes.filter((outcome) => outcome !== null);
    const kept = entries.flatMap(({ source }, at) => (outcomes[at] === null ? [source] : []));
    const folders = new Set(kept.map(({ id }) => dirname(sourcePath(this.context.folder, id))));
    await mapBounded(folders, FILES_AT_ONCE, syncFolder);
    await this.catalogue.commit(() => kept.map((value) => ({ op: 'setSource', value })));
    return failed;
  }

  /** After a failure: bytes that no record names. */
  private async removeStrays(entries: readonly SourceWithContent[]): Promise<void> {
    const strays = entries.filter(({ source }) => this.get(source.id) === undefined);
    await mapBounded(strays, FILES_AT_ONCE, ({ source }) =>
      rm(sourcePath(this.context.folder, source.id), { force: true }).catch(() => {}),
    );
  }

  private async copy(source: Source, content: string | Uint8Array): Promise<void> {
    const chunks = typeof content === 'string' ? chunksOf(content) : [content];
    await replaceFile(sourcePath(this.context.folder, source.id), async (target) => {
      const sha256 = await copyHashing(chunks, target);
      if (sha256 !== source.id) {
        const { path } = source;
        throw new LecternError('unreadable', phrase('error.changedMeanwhile', { path }), {
          path,
        });
      }
    });
  }
}

/** SHA-256 of a file, in hexadecimal; constant memory. @throws LecternError unreadable */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(path)) hash.update(chunk);
  return hash.digest('hex');
}

async function copyHashing(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  to: FileHandle,
): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) {
    hash.update(chunk);
    await to.appendFile(chunk);
  }
  return hash.digest('hex');
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
      if (chunk instanceof Uint8Array) yield chunk;
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}
