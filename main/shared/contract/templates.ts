/** How exported notes look: templates in Liquid, one part for the head of a file, one for each passage. */
import { z } from 'zod';
import { idSchema } from '../entities.ts';
import { command, done, nothing, query } from './method.ts';

export const templateTextSchema = z.object({
  /** Above the passages of a file. */
  head: z.string().max(20_000),
  /** For each passage. */
  passage: z.string().min(1).max(20_000),
  /** What stands in the front matter: all that is known of the article, or only its id. */
  properties: z.enum(['all', 'id']),
  /** How links of notes are written: `[[file|title]]`, or as Logseq does. */
  links: z.enum(['wiki', 'logseq']).default('wiki'),
});
export type TemplateText = z.infer<typeof templateTextSchema>;

export const templateSchema = templateTextSchema.extend({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
});
export type Template = z.infer<typeof templateSchema>;

export const TEMPLATE_METHODS = {
  /** The built-in ones first; those can't be changed, only copied. */
  'templates.list': query(
    nothing,
    z.object({ templates: z.array(templateSchema.extend({ builtIn: z.boolean() })) }),
  ),
  /** Makes one, or changes the one of that id. A fault is told with its part and line. */
  'templates.save': command(
    z.strictObject({ ...templateSchema.shape, id: idSchema.optional() }),
    templateSchema,
  ),
  'templates.delete': command(z.strictObject({ id: idSchema }), done),
} as const;
