/**
 * What the import worker and its client say to each other. A source's head comes first, then its
 * articles in batches: a message with a whole dump in it would stand in memory twice. Messages are
 * sent several at once: each crossing wakes the other thread.
 */
import { z } from 'zod';
import { plannedSourceSchema, problemSchema } from '../../shared/contract.ts';
import { articleMetadataSchema, articleSchema } from '../../shared/entities.ts';
import { errorValueSchema } from '../../shared/errors.ts';

const count = z.number().int().nonnegative();

export const sourceHeadSchema = plannedSourceSchema.omit({
  articles: true,
  revisable: true,
  revisions: true,
  rules: true,
  leftOut: true,
});
export type SourceHead = z.infer<typeof sourceHeadSchema>;

export const readArticleSchema = articleMetadataSchema.extend({
  ...articleSchema.pick({ length: true, words: true, excerpt: true, contentHash: true }).shape,
  /** Index among the articles of the source. */
  parent: z.number().int().nonnegative().nullable(),
  /** Names. */
  tags: z.array(z.string()),
  markdown: z.string(),
  /** Packed: see similar/fingerprint.ts. */
  fingerprint: z.string(),
  /** Images beside the file that the Markdown names: to be copied into the library with it. */
  images: z.array(
    z.object({ path: z.string(), name: z.string(), address: z.string(), file: z.string() }),
  ),
});
export type ReadArticle = z.infer<typeof readArticleSchema>;

/** Its text is in the file that the request names. */
const sentArticleSchema = readArticleSchema
  .omit({ markdown: true })
  .extend({ place: z.object({ at: count, bytes: count }) });
export type SentArticle = z.infer<typeof sentArticleSchema>;

/** Made by our own worker from that very type: to check each field of each article takes longer than all else. */
const isSent = z.custom<SentArticle>((value) => typeof value === 'object' && value !== null);

export const planRequestSchema = z.object({
  paths: z.array(z.string()),
  /** A folder left out with all that is in it. */
  except: z.string().nullable(),
  /** Whether the comments on posts are taken as well. */
  comments: z.boolean(),
  /** By path, where a person chose another than was guessed. */
  encodings: z.record(z.string(), z.string()),
  /** Where the texts are written to. */
  texts: z.object({ descriptor: z.number().int(), folder: z.string() }),
});
export type PlanRequest = z.infer<typeof planRequestSchema>;

const importMessageSchema = z.discriminatedUnion('type', [
  /** Files and bytes done of all, and the file being read now. */
  z.object({
    type: z.literal('progress'),
    done: count,
    total: count,
    bytes: count,
    totalBytes: count,
    path: z.string().nullable(),
  }),
  z.object({ type: z.literal('source'), head: sourceHeadSchema }),
  /** Of the source before. */
  z.object({ type: z.literal('articles'), articles: z.array(isSent) }),
  /** The source before is not whole: forget it. */
  z.object({ type: z.literal('withdrawn') }),
  z.object({ type: z.literal('failure'), problem: problemSchema }),
  z.object({ type: z.literal('done') }),
  /** Nothing further comes. */
  z.object({ type: z.literal('broken'), error: errorValueSchema }),
]);
export type ImportMessage = z.infer<typeof importMessageSchema>;

export const importMessagesSchema = z.array(importMessageSchema);
