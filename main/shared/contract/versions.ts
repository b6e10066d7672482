/** The texts that an article has and had, and those like it. */
import { z } from 'zod';
import { earlierVersionSchema, idSchema } from '../entities.ts';
import { DIFF_KINDS } from '../text/word-diff.ts';
import { count, query } from './method.ts';

const versionNumber = z.number().int().positive();

const articleVersionSchema = earlierVersionSchema
  .omit({ contentHash: true, replaced: true })
  .extend({
    /** The name of the file it came from. */
    sourceName: z.string().nullable(),
    /** When it came into the library. */
    arrived: z.iso.datetime(),
  });
export type ArticleVersion = z.infer<typeof articleVersionSchema>;

export const VERSION_METHODS = {
  /** Newest first; the first is the present one. */
  'articles.versions': query(
    z.strictObject({ id: idSchema }),
    z.object({ versions: z.array(articleVersionSchema) }),
  ),
  'articles.version': query(
    z.strictObject({ id: idSchema, version: versionNumber }),
    z.object({ version: articleVersionSchema, markdown: z.string() }),
  ),
  /** Word by word, title and reading text: see main/shared/text/word-diff.ts. */
  'articles.compare': query(
    z.strictObject({ id: idSchema, before: versionNumber, after: versionNumber }),
    z.object({
      before: articleVersionSchema,
      after: articleVersionSchema,
      segments: z.array(z.object({ kind: z.enum(DIFF_KINDS), text: z.string() })),
      removed: count,
      added: count,
    }),
  ),
  /** Articles of other sources that say much the same, the likest first. */
  'articles.similar': query(
    z.strictObject({ id: idSchema }),
    z.object({
      articles: z.array(
        z.object({
          id: idSchema,
          title: z.string(),
          sourceName: z.string().nullable(),
          /** 0..1. */
          likeness: z.number().min(0).max(1),
        }),
      ),
    }),
  ),
} as const;
