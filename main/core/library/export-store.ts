/**
 * What was written into files of notes, by document: one small file each, so that the next export
 * can tell Lectern's words from the user's. For each folder that was exported to, newest first.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { propertiesSchema, unitSchema } from '../export/document.ts';
import { DurableJsonFile } from './durable-json.ts';
import type { Library } from './library.ts';
import { exportPath } from './library-paths.ts';
import { shardedIds } from './sharded-ids.ts';
import type { StoreContext } from './store-context.ts';

const MOST_FOLDERS = 8;

const writtenSchema = z.object({
  /** Absolute. */
  folder: z.string(),
  /** Of the file in it, with `/`. */
  path: z.string(),
  properties: propertiesSchema,
  units: z.array(unitSchema),
});
export type WrittenDocument = z.infer<typeof writtenSchema>;

const exportFileSchema = z.object({ folders: z.array(writtenSchema) });

export class ExportStore implements Readonly<Library['exports']> {
  constructor(private readonly context: StoreContext) {}

  ids(): Promise<string[]> {
    return shardedIds(join(this.context.folder, 'exports'));
  }

  async of(id: string): Promise<readonly WrittenDocument[]> {
    return (await this.open(id)).data.folders;
  }

  async put(id: string, written: WrittenDocument): Promise<void> {
    this.context.assertWritable();
    const file = await this.open(id);
    if (JSON.stringify(file.data.folders[0]) === JSON.stringify(written)) return;
    await file.update(({ folders }) => {
      const others = folders.filter(({ folder }) => folder !== written.folder);
      return { folders: [written, ...others].slice(0, MOST_FOLDERS) };
    });
  }

  private open(id: string) {
    return DurableJsonFile.open({
      path: exportPath(this.context.folder, id),
      schema: exportFileSchema,
      fallback: { folders: [] },
      log: this.context.log,
      now: this.context.now,
    });
  }
}
