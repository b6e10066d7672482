/** The folder that notes are written to: what lies in it, and which of its files are whose. */
import { constants } from 'node:fs';
import { access, lstat, mkdir, open, opendir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LecternError } from '../../shared/errors.ts';
import { phrase } from '../../shared/messages/phrase.ts';
import { replaceDurably } from '../library/durable-file.ts';
import { systemCode, unreadable, unwritable } from '../library/file-error.ts';
import { mapBounded } from '../library/map-bounded.ts';
import { markdownIn } from './markdown-in.ts';
import { fileId } from './merge/file-text.ts';
import { anchorsIn } from './merge/locate.ts';

const FILES_AT_ONCE = 32;
/** The front matter with the id stands in the first bytes. */
const HEAD_BYTES = 4096;
/** Where there can be no file of ours. */
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG']);

export interface TargetFile {
  /** Relative to the folder, with `/`. */
  path: string;
  content: string;
}

export class TargetFolder {
  private ids: Promise<Map<string, string[]>> | null = null;
  private anchors: Promise<Map<string, string[]>> | null = null;
  private files: Promise<string[]> | null = null;

  constructor(readonly folder: string) {}

  /** Null where there is no such file. @throws LecternError unreadable, also for what isn't UTF-8 */
  async read(path: string): Promise<TargetFile | null> {
    const bytes = await this.bytesOf(path);
    return bytes === null ? null : { path, content: this.decode(path, bytes) };
  }

  /**
   * The file with that id in its front matter: where it should be, or where the user moved it.
   * @throws LecternError unreadable
   */
  async find(id: string, likely: readonly string[]): Promise<TargetFile | null> {
    for (const path of likely) {
      const bytes = await this.bytesOf(path);
      if (bytes === null || fileId(bytes.toString('utf8')) !== id) continue;
      return { path, content: this.decode(path, bytes) };
    }
    this.ids ??= this.readIds();
    const [path] = (await this.ids).get(id) ?? [];
    return path === undefined ? null : this.read(path);
  }

  /** The files in which block ids stand, those nearest to the top first. */
  async findAnchors(wanted: readonly string[]): Promise<Map<string, string[]>> {
    this.anchors ??= this.readAnchors();
    const all = await this.anchors;
    return new Map(wanted.map((anchor) => [anchor, all.get(anchor) ?? []]));
  }

  /** The first of the names that nothing has, whatever it may be. */
  async freeName(names: Iterable<string>): Promise<string> {
    let last = '';
    for (const name of names) {
      last = name;
      const isTaken = await lstat(join(this.folder, name)).then(
        () => true,
        (error: unknown) => !NOT_THERE.has(systemCode(error) ?? ''),
      );
      if (!isTaken) return name;
    }
    return last;
  }

  /**
   * Through links, with the permissions that the file has. False where it isn't any more what it was
   * when the export was planned (`before`, null: no file): then nothing is written.
   * @throws LecternError unwritable, unreadable
   */
  async write({ path, content }: TargetFile, before: string | null): Promise<boolean> {
    const present = await this.read(path);
    if ((present?.content ?? null) !== before) return false;
    const given = join(this.folder, path);
    const mode = present === null ? null : (await stat(given)).mode;
    // Renaming over it would replace it all the same.
    if (mode !== null && (mode & 0o200) === 0) {
      throw new LecternError('unwritable', phrase('error.readOnlyFile', { path: given }), {
        path: given,
      });
    }
    await replaceDurably(present === null ? given : await realpath(given), async (file) => {
      await file.writeFile(content);
      if (mode !== null) await file.chmod(mode & 0o777);
    });
    return true;
  }

  /** With the folders above it. @throws LecternError unwritable */
  async make(): Promise<void> {
    try {
      await makeFolder(this.folder);
      // A file is there as well; opening it as a folder says so.
      await (await opendir(this.folder)).close();
    } catch (error) {
      throw unwritable(this.folder, error);
    }
  }

  /** @throws LecternError unwritable */
  async assertWritable(): Promise<void> {
    await access(this.folder, constants.W_OK).catch((error: unknown) => {
      throw unwritable(this.folder, error);
    });
  }

  private async bytesOf(path: string): Promise<Buffer | null> {
    const whole = join(this.folder, path);
    try {
      return await readFile(whole);
    } catch (error) {
      if (NOT_THERE.has(systemCode(error) ?? '')) return null;
      throw unreadable(whole, error);
    }
  }

  /** What can't be decoded could not be written back as it is. */
  private decode(path: string, bytes: Buffer): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      const whole = join(this.folder, path);
      throw new LecternError('unreadable', phrase('error.notUtf8', { path: whole }), {
        path: whole,
      });
    }
  }

  private list(): Promise<string[]> {
    this.files ??= markdownIn(this.folder);
    return this.files;
  }

  private async readIds(): Promise<Map<string, string[]>> {
    const ids = await mapBounded(await this.list(), FILES_AT_ONCE, async (path) => ({
      path,
      id: fileId(await headOf(join(this.folder, path))),
    }));
    const byId = new Map<string, string[]>();
    for (const { path, id } of ids) if (id !== null) add(byId, id, path);
    return byId;
  }

  private async readAnchors(): Promise<Map<string, string[]>> {
    const found = await mapBounded(await this.list(), FILES_AT_ONCE, async (path) => {
      const bytes = await this.bytesOf(path).catch(() => null);
      const text = bytes?.toString('utf8') ?? '';
      const anchors = text.includes('lectern-') ? text.split(/\r\n|\r|\n/u).flatMap(anchorsIn) : [];
      return { path, anchors: new Set(anchors) };
    });
    const byAnchor = new Map<string, string[]>();
    for (const { path, anchors } of found) for (const one of anchors) add(byAnchor, one, path);
    return byAnchor;
  }
}

function add(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Empty where it can't be read. */
async function headOf(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}

/**
 * With the folders above it. Not `mkdir` with `recursive`: in Node 20 that never returns where
 * making a folder in one that is there is answered with ENOENT, as in /proc.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') return;
    const above = dirname(path);
    const isAboveThere = await stat(above).then(
      () => true,
      () => false,
    );
    if (code !== 'ENOENT' || isAboveThere || above === path) throw error;
    await makeFolder(above);
    await mkdir(path);
  }
}
