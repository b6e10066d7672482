/** The Markdown files below a folder. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whoever exports into a home folder must not wait for all of it to be read. */
const MOST_FILES = 50_000;
const MOST_DEPTH = 12;

/**
 * Relative, with `/`; sorted, those nearest to the top first. Links are followed, each folder once;
 * hidden folders are other programs'.
 */
export async function markdownIn(folder: string): Promise<string[]> {
  const files: string[] = [];
  const seen = new Set<string>();
  let level = [''];
  for (let depth = 0; depth < MOST_DEPTH && level.length > 0; depth += 1) {
    const below: string[] = [];
    for (const path of level) {
      const real = await realpath(join(folder, path)).catch(() => null);
      if (real === null || seen.has(real)) continue;
      seen.add(real);
      const entries = await readdir(real, { withFileTypes: true }).catch(() => []);
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const inner = path === '' ? entry.name : `${path}/${entry.name}`;
        const kind = await kindOf(entry, join(real, entry.name));
        if (kind === 'file') files.push(inner);
        if (kind === 'folder') below.push(inner);
      }
      if (files.length >= MOST_FILES) return files;
    }
    level = below;
  }
  return files;
}

async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | null> {
  const target = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
  if (target?.isFile() === true) return /\.md$/iu.test(entry.name) ? 'file' : null;
  const isOthers = entry.name.startsWith('.') || entry.name === 'node_modules';
  return target?.isDirectory() === true && !isOthers ? 'folder' : null;
}
