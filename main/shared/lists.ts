/** What lists of articles are made of: places, conditions; collections and smart lists. */
import { z } from 'zod';
import { idSchema, sha256Schema } from './entities.ts';

export const PLACES = [
  'library',
  'inbox',
  'reading',
  'read',
  'teasers',
  'orphans',
  'trash',
] as const;
export type Place = (typeof PLACES)[number];

/** A day, a month or a year. */
const someDay = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'not a date');

/** Which articles: everything given has to hold. */
export const listConditionsSchema = z.strictObject({
  place: z.enum(PLACES).default('library'),
  sourceId: sha256Schema.optional(),
  /** The tag, or one that lies under it, on the article or on a highlight in it. */
  tagId: idSchema.optional(),
  /** The collection, or one inside it. */
  collectionId: idSchema.optional(),
  /** Pieces of title, byline and source, in any order, without case and accents. */
  words: z.string().max(200).optional(),
  /** In the language of search. */
  query: z.string().max(1000).optional(),
  /** Both inclusive: `2019` to `2020-06` ends with June 2020. */
  publishedFrom: someDay.optional(),
  publishedTo: someDay.optional(),
  teaser: z.boolean().optional(),
  highlights: z.boolean().optional(),
});
export type ListConditions = z.infer<typeof listConditionsSchema>;

const nameSchema = z.string().trim().min(1).max(200);

/** Articles that belong together, by hand; an article says itself in which collections it is. */
export const collectionSchema = z.object({
  id: idSchema,
  name: nameSchema,
  parentId: idSchema.nullable(),
});
export type Collection = z.infer<typeof collectionSchema>;

/** Articles that belong together because conditions hold of them. */
export const smartListSchema = z.object({
  id: idSchema,
  name: nameSchema,
  conditions: listConditionsSchema,
});
export type SmartList = z.infer<typeof smartListSchema>;
