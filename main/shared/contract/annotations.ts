/** Highlights with their notes and tags, and what is to be looked at when a text has changed. */
import { z } from 'zod';
import { annotationSchema, idSchema, quoteSchema, textRangeSchema } from '../entities.ts';
import { HIGHLIGHT_COLORS } from '../highlight-colors.ts';
import { command, count, query } from './method.ts';

const annotationChange = z
  .strictObject({
    color: z.enum(HIGHLIGHT_COLORS),
    note: z.string(),
    tags: z.array(idSchema),
    /** Another passage: its words are remembered as they stand now. */
    range: textRangeSchema,
    /** A passage as it was remembered before: the other half of undo. */
    target: annotationSchema.shape.target,
    orphaned: z.boolean(),
  })
  .partial()
  .refine(({ range, target }) => range === undefined || target === undefined, {
    message: 'give either range or target',
  });

/** As many as a list of notes holds. */
const MOST_AT_ONCE = 10_000;
const manyIds = z.array(idSchema).min(1).max(MOST_AT_ONCE);

const annotationsChange = z
  .strictObject({
    color: z.enum(HIGHLIGHT_COLORS),
    addTags: z.array(idSchema).max(100),
    removeTags: z.array(idSchema).max(100),
  })
  .partial();

export const reviewItemSchema = z.object({
  annotation: annotationSchema,
  /** Of the article. */
  title: z.string(),
  /** What stands at its place now, with some of what is around it; null for an orphan. */
  now: quoteSchema.nullable(),
});
export type ReviewItem = z.infer<typeof reviewItemSchema>;

export const ANNOTATION_METHODS = {
  'annotations.list': query(
    z.strictObject({ articleId: idSchema.optional() }),
    z.object({ total: count, annotations: z.array(annotationSchema) }),
  ),
  'annotations.create': command(
    z
      .strictObject({
        articleId: idSchema,
        /** A passage by place, or by its words (with context where they stand more than once). */
        range: textRangeSchema.optional(),
        quote: quoteSchema.partial({ prefix: true, suffix: true }).optional(),
        color: z.enum(HIGHLIGHT_COLORS).default('yellow'),
        note: z.string().default(''),
        tags: z.array(idSchema).default([]),
      })
      .refine((input) => (input.range === undefined) !== (input.quote === undefined), {
        message: 'give either range or quote',
      }),
    annotationSchema,
  ),
  'annotations.update': command(
    z.strictObject({ id: idSchema, change: annotationChange }),
    annotationSchema,
  ),
  /** Makes where they stand now, after a text has changed, the passages they are of. */
  'annotations.accept': command(
    z.strictObject({ ids: manyIds }),
    z.object({
      annotations: z.array(annotationSchema),
      /** As they were, for `annotations.restoreMany`: the other half of undo. */
      before: z.array(annotationSchema),
    }),
  ),
  /** What moved by a guess or lost its passage when its text changed, in reading order. */
  'annotations.review': query(
    z.strictObject({
      offset: count.default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ total: count, sure: z.array(idSchema), items: z.array(reviewItemSchema) }),
  ),
  /** One change to many. Gives what takes it back; without a tag or colour to change, nothing. */
  'annotations.updateMany': command(
    z.strictObject({ ids: manyIds, change: annotationsChange }),
    z.object({ undo: z.array(z.object({ ids: manyIds, change: annotationsChange })) }),
  ),
  'annotations.deleteMany': command(
    z.strictObject({ ids: manyIds }),
    z.object({ annotations: z.array(annotationSchema) }),
  ),
  /** Puts back what `annotations.deleteMany` gave. */
  'annotations.restoreMany': command(
    z.strictObject({ annotations: z.array(annotationSchema).min(1).max(MOST_AT_ONCE) }),
    z.object({ annotations: z.array(annotationSchema) }),
  ),
  'annotations.delete': command(z.strictObject({ id: idSchema }), annotationSchema),
  /** Puts back what `annotations.delete` gave: the other half of undo. */
  'annotations.restore': command(
    z.strictObject({ annotation: annotationSchema }),
    annotationSchema,
  ),
} as const;
