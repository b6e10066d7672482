/**
 * From the paths a user gave to the files to read: folders with all that is in them, sorted by
 * name, hidden ones left out, and so is what a browser saved with a page. Links inside folders are named, not followed: they can lead out of
 * the folder or in a circle.
 */
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { describeReadError } from './file-error.ts';
import { partsOfPages } from './parts-of-pages.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

export type Found =
  | {
      kind: 'file';
      path: string;
      /** Relative to the folder that was given, with its name; parted by `/` on every platform. */
      name: string;
    }
  | { kind: 'failure'; path: string; message: Phrase };

/** No file twice. `except` is a folder left out with all that is in it (the library itself). */
export async function* walkPaths(
  paths: readonly string[],
  except: string | null,
): AsyncGenerator<Found> {
  const seen = new Set<string>();
  const excluded = except === null ? null : await realpath(except).catch(() => resolve(except));
  for (const path of paths) {
    for await (const found of walkPath(resolve(path), excluded)) {
      if (!seen.has(found.path)) yield found;
      seen.add(found.path);
    }
  }
}

async function* walkPath(path: string, excluded: string | null): AsyncGenerator<Found> {
  try {
    const entry = await stat(path);
    if (entry.isDirectory()) yield* walkFolder(path, basename(path), excluded);
    else if (entry.isFile()) yield { kind: 'file', path, name: basename(path) };
    else yield { kind: 'failure', path, message: phrase('refused.notRegular') };
  } catch (error) {
    yield { kind: 'failure', path, message: describeReadError(error) };
  }
}

async function* walkFolder(
  folder: string,
  name: string,
  excluded: string | null,
): AsyncGenerator<Found> {
  if (excluded !== null && (await realpath(folder)) === excluded) return;
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries.filter((entry) => !entry.name.startsWith('.'));
  visible.sort((one, other) => (one.name < other.name ? -1 : 1));
  const isPartOfPage = partsOfPages(visible.map((entry) => entry.name));
  for (const entry of visible) {
    const path = join(folder, entry.name);
    const relative = `${name}/${entry.name}`;
    if (entry.isFile()) {
      yield { kind: 'file', path, name: relative };
    } else if (entry.isSymbolicLink()) {
      yield { kind: 'failure', path, message: phrase('refused.symbolicLink') };
    } else if (entry.isDirectory()) {
      if (isPartOfPage(entry.name)) continue;
      yield* walkSubfolder(path, relative, excluded);
    } else {
      yield { kind: 'failure', path, message: phrase('refused.notRegular') };
    }
  }
}

/** A folder that can't be read doesn't stop its neighbours. */
async function* walkSubfolder(
  path: string,
  name: string,
  excluded: string | null,
): AsyncGenerator<Found> {
  try {
    yield* walkFolder(path, name, excluded);
  } catch (error) {
    yield { kind: 'failure', path, message: describeReadError(error) };
  }
}
