/** The user's own templates for exports, in templates.json on lowdb. */
import { join } from 'node:path';
import { z } from 'zod';
import { templateSchema, type Template } from '../../shared/contract/templates.ts';
import { DurableJsonFile } from './durable-json.ts';
import type { Library } from './library.ts';
import type { StoreContext } from './store-context.ts';

const fileSchema = z.object({ templates: z.array(templateSchema) });

export class TemplateStore implements Readonly<Library['templates']> {
  private constructor(
    private readonly file: DurableJsonFile<z.infer<typeof fileSchema>>,
    private readonly context: StoreContext,
  ) {}

  static async open(context: StoreContext): Promise<TemplateStore> {
    const file = await DurableJsonFile.open({
      path: join(context.folder, 'templates.json'),
      schema: fileSchema,
      fallback: { templates: [] },
      isEmpty: ({ templates }) => templates.length === 0,
      log: context.log,
      now: context.now,
    });
    return new TemplateStore(file, context);
  }

  all(): Template[] {
    return [...this.file.data.templates];
  }

  async put(template: Template): Promise<void> {
    this.context.assertWritable();
    await this.file.update(({ templates }) => {
      const at = templates.findIndex(({ id }) => id === template.id);
      return { templates: at === -1 ? [...templates, template] : templates.with(at, template) };
    });
  }

  async remove(id: string): Promise<void> {
    this.context.assertWritable();
    await this.file.update(({ templates }) => ({
      templates: templates.filter((template) => template.id !== id),
    }));
  }

  settled(): Promise<void> {
    return this.file.settled();
  }
}
