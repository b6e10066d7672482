/** library.json on lowdb: the schema version, which says whether this Lectern may open the folder, and the settings. */
import { z } from 'zod';
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import { DurableJsonFile } from './durable-json.ts';
import type { Library } from './library.ts';
import { settingsPath } from './library-paths.ts';
import type { StoreContext } from './store-context.ts';
import { phrase } from '../../shared/messages/phrase.ts';

export const SCHEMA_VERSION = 1;

export const libraryFileSchema = z.looseObject({
  schemaVersion: z.number().int().positive(),
  settings: z.record(z.string(), z.unknown()).default({}),
});

export class LibraryFile implements Readonly<Library['settings']> {
  private constructor(
    private readonly file: DurableJsonFile<z.infer<typeof libraryFileSchema>>,
    private readonly context: StoreContext,
    private readonly fresh: boolean,
  ) {}

  /** @throws LecternError unsupported, where a newer Lectern has written it */
  static async open(context: StoreContext): Promise<LibraryFile> {
    const fallback = { schemaVersion: SCHEMA_VERSION, settings: {} };
    const file = await DurableJsonFile.open({
      path: settingsPath(context.folder),
      schema: libraryFileSchema,
      fallback,
      log: context.log,
      now: context.now,
    });
    const { schemaVersion } = file.data;
    if (schemaVersion > SCHEMA_VERSION) {
      throw new LecternError(
        'unsupported',
        phrase('error.newerLibrary', {
          folder: context.folder,
          format: schemaVersion,
          known: SCHEMA_VERSION,
        }),
        { schemaVersion },
      );
    }
    return new LibraryFile(file, context, file.data === fallback);
  }

  /** Marks a new folder as a library; sets a damaged file aside. */
  async begin(): Promise<void> {
    if (this.fresh) await this.file.update((data) => data);
  }

  get(): Settings {
    return toSettings(this.file.data.settings);
  }

  async put(settings: Settings): Promise<void> {
    this.context.assertWritable();
    await this.file.update((data) => ({ ...data, settings: { ...data.settings, ...settings } }));
  }

  settled(): Promise<void> {
    return this.file.settled();
  }
}

/** What doesn't fit is as if it weren't there. */
export function toSettings(kept: Record<string, unknown>): Settings {
  const fitting = Object.entries(settingsSchema.shape).filter(
    ([key, schema]) => schema.safeParse(kept[key]).success,
  );
  return settingsSchema.parse({
    ...DEFAULT_SETTINGS,
    ...Object.fromEntries(fitting.map(([key]) => [key, kept[key]])),
  });
}
