import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeDurably } from '../library/durable-file.ts';
import { isMissing, systemCode, unwritable } from '../library/file-error.ts';

export interface ExportFile {
  /** The `id` in its front matter: a file of another id is someone else's. */
  id: string;
  /** Relative to the target folder. */
  path: string;
  /** Taken where a file that is not ours has the first name. */
  otherPath: string;
  content: string;
}

export interface WrittenFiles {
  /** Relative to the target folder, sorted. */
  files: string[];
  written: number;
  unchanged: number;
}

/** Writes what is not there as it should be. @throws LecternError unwritable */
export async function writeFiles(
  folder: string,
  files: readonly ExportFile[],
): Promise<WrittenFiles> {
  const result: WrittenFiles = { files: [], written: 0, unchanged: 0 };
  try {
    await makeFolder(folder);
    for (const file of files) {
      const { path, current } = await ownPath(folder, file);
      result.files.push(path);
      if (current === file.content) {
        result.unchanged += 1;
      } else {
        await writeDurably(join(folder, path), file.content);
        result.written += 1;
      }
    }
  } catch (error) {
    throw unwritable(folder, error);
  }
  result.files.sort();
  return result;
}

/** A note that the user has under the same name must not be written over. */
async function ownPath(
  folder: string,
  file: ExportFile,
): Promise<{ path: string; current: string | null }> {
  const current = await contentOf(join(folder, file.path));
  if (current === null || isOurs(current, file.id)) return { path: file.path, current };
  return { path: file.otherPath, current: await contentOf(join(folder, file.otherPath)) };
}

async function contentOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}

function isOurs(content: string, id: string): boolean {
  return content.startsWith(`---\nid: ${id}\n`) || content.startsWith(`---\nid: "${id}"\n`);
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
