/** The library as a whole and its articles. */
import { z } from 'zod';
import { articleSchema, idSchema, READ_STATES, sha256Schema, sourceSchema } from '../entities.ts';
import { command, count, ids, nothing, query } from './method.ts';

export const PLACES = ['library', 'inbox', 'reading', 'read', 'teasers', 'trash'] as const;
export const SORTS = ['added', 'published', 'title', 'length'] as const;

/** Which articles: everything given has to hold. */
const listFilter = {
  place: z.enum(PLACES).default('library'),
  sourceId: sha256Schema.optional(),
  tagId: idSchema.optional(),
};

const listOrder = {
  sort: z.enum(SORTS).default('added'),
  descending: z.boolean().default(true),
};

const page = {
  offset: count.default(0),
  limit: z.number().int().min(1).max(100_000).default(200),
};

const articleChange = z
  .strictObject({
    state: z.enum(READ_STATES),
    position: articleSchema.shape.position,
    /** All of them; the other two put on and take off, and leave the rest. */
    tags: z.array(idSchema),
    addTags: z.array(idSchema),
    removeTags: z.array(idSchema),
  })
  .partial();
export type ArticleChange = z.infer<typeof articleChange>;

export const ARTICLE_METHODS = {
  'library.overview': query(
    nothing,
    z.object({
      folder: z.string(),
      readOnly: z.boolean(),
      places: z.record(z.enum(PLACES), count),
      sources: z.array(sourceSchema.extend({ articles: count })),
      annotations: count,
      orphans: count,
    }),
  ),
  'library.verify': query(
    nothing,
    z.object({
      ok: z.boolean(),
      problems: z.array(z.object({ path: z.string(), message: z.string() })),
    }),
  ),
  'articles.list': query(
    z.strictObject({ ...listFilter, ...listOrder, ...page }),
    z.object({ total: count, articles: z.array(articleSchema) }),
  ),
  /** The ids of the same list: to select a range of it, or all. */
  'articles.ids': query(
    z.strictObject({ ...listFilter, ...listOrder, ...page, limit: count.default(1_000_000) }),
    z.object({ ids: z.array(idSchema) }),
  ),
  'articles.get': query(
    z.strictObject({ id: idSchema }),
    z.object({ article: articleSchema, markdown: z.string() }),
  ),
  /** `undo`: the calls that take it back, articles that were alike together. */
  'articles.update': command(
    z.strictObject({ ids, change: articleChange }),
    z.object({ undo: z.array(z.object({ ids: z.array(idSchema), change: articleChange })) }),
  ),
  /** Gives all that went into the trash, parts too. */
  'articles.trash': command(z.strictObject({ ids }), z.object({ ids: z.array(idSchema) })),
  /** Gives all that came back, parts too. */
  'articles.restore': command(z.strictObject({ ids }), z.object({ ids: z.array(idSchema) })),
  /** For good, with their annotations: only what is in the trash, and with it its parts there. */
  'articles.delete': command(z.strictObject({ ids }), z.object({ ids: z.array(idSchema) })),
} as const;
