/** What corrections of imports were kept as, in rules.json on lowdb. */
import { join } from 'node:path';
import { z } from 'zod';
import { ruleSchema, type Rule } from '../../shared/rules.ts';
import { DurableJsonFile } from './durable-json.ts';
import type { Library } from './library.ts';
import type { StoreContext } from './store-context.ts';

const fileSchema = z.object({ rules: z.array(ruleSchema) });

export class RuleStore implements Readonly<Library['rules']> {
  private constructor(
    private readonly file: DurableJsonFile<z.infer<typeof fileSchema>>,
    private readonly context: StoreContext,
  ) {}

  static async open(context: StoreContext): Promise<RuleStore> {
    const file = await DurableJsonFile.open({
      path: join(context.folder, 'rules.json'),
      schema: fileSchema,
      fallback: { rules: [] },
      isEmpty: ({ rules }) => rules.length === 0,
      log: context.log,
      now: context.now,
    });
    return new RuleStore(file, context);
  }

  all(): Rule[] {
    return [...this.file.data.rules];
  }

  async put(rule: Rule): Promise<void> {
    this.context.assertWritable();
    await this.file.update(({ rules }) => {
      const at = rules.findIndex(({ id }) => id === rule.id);
      return { rules: at === -1 ? [...rules, rule] : rules.with(at, rule) };
    });
  }

  async remove(id: string): Promise<void> {
    this.context.assertWritable();
    await this.file.update(({ rules }) => ({ rules: rules.filter((rule) => rule.id !== id) }));
  }

  settled(): Promise<void> {
    return this.file.settled();
  }
}
