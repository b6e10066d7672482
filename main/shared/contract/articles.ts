/** The library as a whole and its articles. */
import { z } from 'zod';
import { articleSchema, idSchema, READ_STATES, sourceSchema } from '../entities.ts';
import { GROUPS, SORTS } from '../list-view.ts';
import { listConditionsSchema, PLACES } from '../lists.ts';
import { command, count, ids, nothing, query } from './method.ts';
import { phraseSchema } from '../messages/phrase.ts';

const listInput = {
  ...listConditionsSchema.shape,
  sort: z.enum(SORTS).default('added'),
  descending: z.boolean().default(true),
  group: z.enum(GROUPS).default('none'),
  /** Articles whose sections are shown under them, as rows of their own. */
  unfolded: z.array(idSchema).max(1000).default([]),
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
    /** On the article as a whole. */
    note: z.string().max(200_000),
  })
  .partial();
export type ArticleChange = z.infer<typeof articleChange>;

/** Where many are listed: the note may be as long as an article, and is read with it. */
const briefArticle = articleSchema.omit({ note: true });
export type BriefArticle = z.infer<typeof briefArticle>;

const listedArticle = briefArticle.extend({
  /** Whether there is a note on it as a whole. */
  hasNote: z.boolean(),
  /** Sections of it that are articles of their own. */
  parts: count,
  /** Whether an article of another source says much the same. */
  alike: z.boolean(),
  /** Other articles outside the trash with the same words. */
  copies: count,
  highlights: count,
});

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
      /** Highlights that moved by a guess or lost their passage, not yet looked at. */
      toReview: count,
    }),
  ),
  'library.verify': query(
    nothing,
    z.object({
      ok: z.boolean(),
      problems: z.array(z.object({ path: z.string(), message: phraseSchema })),
    }),
  ),
  'articles.list': query(
    z.strictObject({ ...listInput, ...page }),
    z.object({
      /** Rows: articles, and of these the sections that are shown. */
      total: count,
      parts: count,
      /** Each begins at a row, from 0; `count` counts articles. The key is a source, a month or a time. */
      groups: z.array(z.object({ key: z.string(), start: count, count })),
      articles: z.array(listedArticle),
    }),
  ),
  /** The ids of the same list: to select a range of it, or all. */
  'articles.ids': query(
    z.strictObject({ ...listInput, ...page, limit: count.default(1_000_000) }),
    z.object({ ids: z.array(idSchema) }),
  ),
  'articles.get': query(
    z.strictObject({ id: idSchema }),
    z.object({ article: articleSchema, markdown: z.string() }),
  ),
  /** Articles without their texts, in the order of the ids; what isn't there is left out. */
  'articles.named': query(
    z.strictObject({ ids: z.array(idSchema).max(1000) }),
    z.object({ articles: z.array(briefArticle) }),
  ),
  /** The article that a link leads to, if the library has it. */
  'articles.byUrl': query(
    z.strictObject({ url: z.url({ protocol: /^https?$/ }) }),
    z.object({ article: articleSchema.nullable() }),
  ),
  /** The post that an article is a part of, and the parts of the article itself, in their order. */
  'articles.family': query(
    z.strictObject({ id: idSchema }),
    z.object({ parent: articleSchema.nullable(), parts: z.array(articleSchema) }),
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
