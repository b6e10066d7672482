/** The codebook: tags as a tree, on passages and articles. */
import { z } from 'zod';
import { idSchema, tagSchema } from '../entities.ts';
import { command, count, done, nothing, query } from './method.ts';

const listedTag = tagSchema.extend({
  annotations: count,
  articles: count,
  /** With what lies under it, each passage and article once. */
  withBelow: z.object({
    annotations: count,
    articles: count,
    /** Articles that have one of them, or a passage that does: what a list of the tag holds. */
    listed: count,
  }),
});
export type ListedTag = z.infer<typeof listedTag>;

/** What a tag was on when it was taken away: the other half of undo. */
export const tagUsesSchema = z.object({
  tag: tagSchema,
  /** The tags that lay directly under it. */
  childIds: z.array(idSchema),
  annotationIds: z.array(idSchema),
  articleIds: z.array(idSchema),
  /** What got another tag in its place, and would lose that one again. */
  merged: z
    .object({ tagId: idSchema, annotationIds: z.array(idSchema), articleIds: z.array(idSchema) })
    .nullable(),
});
export type TagUses = z.infer<typeof tagUsesSchema>;

export const TAG_METHODS = {
  'tags.list': query(
    nothing,
    z.object({
      tags: z.array(listedTag),
      /** Of how many: all passages and articles outside the trash, and how many have a tag. */
      base: z.object({ annotations: count, articles: count, tagged: count }),
    }),
  ),
  /** Finds a tag by name, case folded, or makes it. */
  'tags.ensure': command(z.strictObject({ name: z.string().trim().min(1).max(200) }), tagSchema),
  'tags.update': command(
    z.strictObject({
      id: idSchema,
      change: z
        .strictObject({
          name: tagSchema.shape.name,
          color: tagSchema.shape.color,
          parentId: tagSchema.shape.parentId,
          description: z.string(),
          memo: z.string(),
        })
        .partial(),
    }),
    tagSchema,
  ),
  /** Everywhere at once; what lay under it moves up. */
  'tags.delete': command(z.strictObject({ id: idSchema }), tagUsesSchema),
  /** Everything that has one gets the other; what lay under the one lies under the other. */
  'tags.merge': command(z.strictObject({ id: idSchema, intoId: idSchema }), tagUsesSchema),
  /** Undoes a delete or a merge. */
  'tags.restore': command(z.strictObject({ uses: tagUsesSchema }), done),
  /** Which tags stand on the same passages, how often; each pair once. */
  'tags.together': query(
    nothing,
    z.object({
      pairs: z.array(z.object({ tagId: idSchema, otherId: idSchema, annotations: count })),
    }),
  ),
} as const;
