/** Collections and smart lists. */
import { z } from 'zod';
import { idSchema } from '../entities.ts';
import { collectionSchema, listConditionsSchema, smartListSchema } from '../lists.ts';
import { command, count, done, ids, nothing, query } from './method.ts';

const { name } = collectionSchema.shape;

/** What `collections.delete` took away, and `collections.restore` puts back. */
const deletedCollections = z.strictObject({
  /** Parents before children. */
  collections: z.array(collectionSchema),
  members: z.array(z.strictObject({ articleId: idSchema, collectionIds: z.array(idSchema) })),
});

export const LIST_METHODS = {
  /** By name; `articles` counts those in it and in what is inside it, each once. */
  'collections.list': query(
    nothing,
    z.object({ collections: z.array(collectionSchema.extend({ articles: count })) }),
  ),
  'collections.create': command(
    z.strictObject({ name, parentId: idSchema.nullable().default(null) }),
    collectionSchema,
  ),
  /** Another name, another place. */
  'collections.update': command(
    z.strictObject({
      id: idSchema,
      change: z.strictObject({ name, parentId: idSchema.nullable() }).partial(),
    }),
    collectionSchema,
  ),
  /** With those inside it; the articles stay. */
  'collections.delete': command(z.strictObject({ id: idSchema }), deletedCollections),
  'collections.restore': command(deletedCollections, done),
  /** Gives those that were not in it. */
  'collections.add': command(
    z.strictObject({ id: idSchema, articleIds: ids }),
    z.object({ articleIds: z.array(idSchema) }),
  ),
  /** Gives those that were in it. */
  'collections.remove': command(
    z.strictObject({ id: idSchema, articleIds: ids }),
    z.object({ articleIds: z.array(idSchema) }),
  ),
  /** By name. */
  'smartLists.list': query(
    nothing,
    z.object({ smartLists: z.array(smartListSchema.extend({ articles: count })) }),
  ),
  'smartLists.create': command(
    z.strictObject({ name, conditions: listConditionsSchema }),
    smartListSchema,
  ),
  'smartLists.update': command(
    z.strictObject({
      id: idSchema,
      change: z.strictObject({ name, conditions: listConditionsSchema }).partial(),
    }),
    smartListSchema,
  ),
  'smartLists.delete': command(z.strictObject({ id: idSchema }), smartListSchema),
  /** Puts back what `smartLists.delete` gave. */
  'smartLists.restore': command(z.strictObject({ smartList: smartListSchema }), done),
} as const;
