import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { idSchema } from '../../shared/entities.ts';
import { isMissing, systemCode, unreadable } from './file-error.ts';
import { mapBounded } from './map-bounded.ts';

const FOLDERS_AT_ONCE = 16;

/** The ids of the entities that have a JSON file below a folder; other files are left out. */
export async function shardedIds(folder: string): Promise<string[]> {
  const shards = await namesIn(folder);
  const names = await mapBounded(shards, FOLDERS_AT_ONCE, (shard) => namesIn(join(folder, shard)));
  return names.flat().flatMap((name) => {
    const id = idSchema.safeParse(name.replace(/\.json$/, ''));
    return name.endsWith('.json') && id.success ? [id.data] : [];
  });
}

/** None where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error) || systemCode(error) === 'ENOTDIR') return [];
    throw unreadable(folder, error);
  }
}
