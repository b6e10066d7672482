/** The tags, in codebook.json on lowdb, in the order in which they were made. */
import { z } from 'zod';
import { tagSchema, type Tag } from '../../shared/entities.ts';
import { DurableJsonFile } from './durable-json.ts';
import type { Library } from './library.ts';
import { codebookPath } from './library-paths.ts';
import type { StoreContext } from './store-context.ts';

export const codebookSchema = z.object({ tags: z.array(tagSchema) });

export class Codebook implements Readonly<Library['tags']> {
  private constructor(
    private readonly file: DurableJsonFile<z.infer<typeof codebookSchema>>,
    private readonly context: StoreContext,
  ) {}

  static async open(context: StoreContext): Promise<Codebook> {
    const file = await DurableJsonFile.open({
      path: codebookPath(context.folder),
      schema: codebookSchema,
      fallback: { tags: [] },
      log: context.log,
      now: context.now,
    });
    return new Codebook(file, context);
  }

  all(): Tag[] {
    return [...this.file.data.tags];
  }

  get(id: string): Tag | undefined {
    return this.file.data.tags.find((tag) => tag.id === id);
  }

  async put(tag: Tag): Promise<void> {
    this.context.assertWritable();
    await this.file.update(({ tags }) => {
      const at = tags.findIndex(({ id }) => id === tag.id);
      return { tags: at === -1 ? [...tags, tag] : tags.with(at, tag) };
    });
  }

  async remove(id: string): Promise<void> {
    this.context.assertWritable();
    await this.file.update(({ tags }) => ({ tags: tags.filter((tag) => tag.id !== id) }));
  }

  settled(): Promise<void> {
    return this.file.settled();
  }
}
