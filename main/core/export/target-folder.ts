/** The folder that notes are written to: what lies in it, and which of its files are whose. */
import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeDurably } from '../library/durable-file.ts';
import { isMissing, systemCode, unwritable } from '../library/file-error.ts';
import { mapBounded } from '../library/map-bounded.ts';
import { fileId } from './merge/file-text.ts';

const FILES_AT_ONCE = 32;
/** The front matter with the id stands in the first bytes. */
const HEAD_BYTES = 4096;
/** Whoever exports into a home folder must not wait for all of it to be read. */
const MOST_FILES = 50_000;
const MOST_DEPTH = 12;

export interface TargetFile {
  /** Relative to the folder, with `/`. */
  path: string;
  content: string;
}

export class TargetFolder {
  private scan: Promise<Map<string, string[]>> | null = null;

  constructor(readonly folder: string) {}

  /** Null where there is no such file. */
  async read(path: string): Promise<TargetFile | null> {
    try {
      return { path, content: await readFile(join(this.folder, path), 'utf8') };
    } catch (error) {
      if (isMissing(error) || systemCode(error) === 'ENOTDIR') return null;
      throw error;
    }
  }

  /** The file with that id in its front matter: where it should be, or where the user moved it. */
  async find(id: string, likely: readonly string[]): Promise<TargetFile | null> {
    for (const path of likely) {
      const file = await this.read(path);
      if (file !== null && fileId(file.content) === id) return file;
    }
    this.scan ??= this.readIds();
    const [path] = (await this.scan).get(id) ?? [];
    return path === undefined ? null : this.read(path);
  }

  /** @throws LecternError unwritable */
  async write({ path, content }: TargetFile): Promise<void> {
    await writeDurably(join(this.folder, path), content);
  }

  /** With the folders above it. @throws LecternError unwritable */
  async make(): Promise<void> {
    try {
      await makeFolder(this.folder);
    } catch (error) {
      throw unwritable(this.folder, error);
    }
  }

  private async readIds(): Promise<Map<string, string[]>> {
    const paths = await markdownIn(this.folder);
    const ids = await mapBounded(paths, FILES_AT_ONCE, async (path) => ({
      path,
      id: fileId(await headOf(join(this.folder, path))),
    }));
    const byId = new Map<string, string[]>();
    for (const { path, id } of ids) {
      if (id !== null) byId.set(id, [...(byId.get(id) ?? []), path]);
    }
    return byId;
  }
}

/** Sorted, those nearest to the top first; hidden folders are other programs'. */
async function markdownIn(folder: string): Promise<string[]> {
  const files: string[] = [];
  let level = [''];
  for (let depth = 0; depth < MOST_DEPTH && level.length > 0; depth += 1) {
    const below: string[] = [];
    for (const path of level) {
      const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(() => []);
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const inner = path === '' ? entry.name : `${path}/${entry.name}`;
        if (entry.isFile() && /\.md$/iu.test(entry.name)) files.push(inner);
        const isOthers = entry.name.startsWith('.') || entry.name === 'node_modules';
        if (entry.isDirectory() && !isOthers) below.push(inner);
      }
      if (files.length >= MOST_FILES) return files;
    }
    level = below;
  }
  return files;
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
