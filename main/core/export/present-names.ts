/** How the files of articles are called in the folder now. */
import { basename, resolve } from 'node:path';
import type { Library } from '../library/library.ts';
import { mapBounded } from '../library/map-bounded.ts';
import type { TargetFolder } from './target-folder.ts';

const FILES_AT_ONCE = 8;

/** `names` with those that their user gave to files that were written before, by the ids of articles. */
export async function presentNames(
  names: ReadonlyMap<string, string>,
  target: TargetFolder,
  { exports }: Pick<Library, 'exports'>,
): Promise<Map<string, string>> {
  const present = new Map(names);
  const folder = resolve(target.folder);
  await mapBounded(await exports.ids(), FILES_AT_ONCE, async (id) => {
    if (!names.has(id)) return;
    const base = (await exports.of(id)).find((written) => written.folder === folder);
    // What can't be read is told where it is to be written.
    const file = base && (await target.find(id, [base.path]).catch(() => null));
    if (file) present.set(id, basename(file.path));
  });
  return present;
}
