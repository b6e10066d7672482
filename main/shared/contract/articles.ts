/** The library as a whole and its articles. */
import { z } from 'zod';
import { articleSchema, idSchema, READ_STATES, sha256Schema, sourceSchema } from '../entities.ts';
import { command, count, done, ids, nothing, query } from './method.ts';

export const PLACES = ['library', 'inbox', 'reading', 'read', 'teasers', 'trash'] as const;
export const SORTS = ['added', 'published', 'title', 'length'] as const;

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
    z.strictObject({
      place: z.enum(PLACES).default('library'),
      sourceId: sha256Schema.optional(),
      tagId: idSchema.optional(),
      sort: z.enum(SORTS).default('added'),
      descending: z.boolean().default(true),
      offset: count.default(0),
      limit: z.number().int().min(1).max(100_000).default(200),
    }),
    z.object({ total: count, articles: z.array(articleSchema) }),
  ),
  'articles.get': query(
    z.strictObject({ id: idSchema }),
    z.object({ article: articleSchema, markdown: z.string() }),
  ),
  'articles.update': command(
    z.strictObject({
      ids,
      change: z
        .strictObject({
          state: z.enum(READ_STATES),
          position: articleSchema.shape.position,
          tags: z.array(idSchema),
        })
        .partial(),
    }),
    done,
  ),
  'articles.trash': command(z.strictObject({ ids }), done),
  'articles.restore': command(z.strictObject({ ids }), done),
} as const;
