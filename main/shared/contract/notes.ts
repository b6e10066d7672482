/** All annotations of the library in one view. */
import { z } from 'zod';
import {
  annotationSchema,
  articleSchema,
  idSchema,
  lineRangeSchema,
  sha256Schema,
} from '../entities.ts';
import { LINK_KINDS } from '../note-links.ts';
import { count, query } from './method.ts';

export const NOTE_SORTS = ['created', 'article', 'published', 'text'] as const;

export const noteFilterSchema = z
  .strictObject({
    /** All of these; each with what lies under it, where `below` says so. */
    tagIds: z.array(idSchema),
    below: z.boolean(),
    color: annotationSchema.shape.color,
    articleId: idSchema,
    sourceId: sha256Schema,
    /** When they were made: the first and the last day, YYYY-MM-DD. */
    from: z.iso.date(),
    to: z.iso.date(),
    /** Words of the passage, the note or the title; case and accents folded. */
    text: z.string().max(500),
    hasNote: z.boolean(),
    orphaned: z.boolean(),
  })
  .partial();
export type NoteFilter = z.infer<typeof noteFilterSchema>;

export const listedNoteSchema = z.object({
  annotation: annotationSchema,
  article: articleSchema.pick({
    id: true,
    title: true,
    byline: true,
    origin: true,
    published: true,
    sourceId: true,
    startLine: true,
    endLine: true,
    added: true,
  }),
  sourceName: z.string(),
});
export type ListedNote = z.infer<typeof listedNoteSchema>;

/** A note on an article as a whole. */
export const articleNoteSchema = listedNoteSchema
  .omit({ annotation: true })
  .extend({ note: z.string(), noted: articleSchema.shape.noted });
export type ArticleNote = z.infer<typeof articleNoteSchema>;

export const NOTE_METHODS = {
  /** What links of notes lead to now. */
  'notes.resolve': query(
    z.strictObject({
      links: z.array(z.strictObject({ kind: z.enum(LINK_KINDS), id: idSchema })).max(1000),
    }),
    z.object({
      links: z.array(
        z.object({
          kind: z.enum(LINK_KINDS),
          id: idSchema,
          /** Null where it is not in the library. */
          to: z
            .object({
              articleId: idSchema,
              /** The title of the article or the words of the passage. */
              name: z.string(),
              trashed: z.boolean(),
            })
            .nullable(),
        }),
      ),
    }),
  ),
  /** Where the words of a passage are from: the text that they were highlighted in. */
  'notes.provenance': query(
    z.strictObject({ id: idSchema }),
    z.object({
      sourceId: sha256Schema,
      /** Null where the file is not in the library any more. */
      source: z.object({ name: z.string(), path: z.string(), lines: count }).nullable(),
      /** Of the article's text, and the present one. */
      version: z.number().int().positive(),
      versions: z.number().int().positive(),
      /** When that text came into the library. */
      arrived: z.iso.datetime(),
      /** The lines of the article, null for a whole file. */
      article: lineRangeSchema.nullable(),
      /** The lines of the words themselves; null where they can't be told. */
      passage: lineRangeSchema.nullable(),
    }),
  ),
  'notes.list': query(
    z.strictObject({
      filter: noteFilterSchema.default({}),
      sort: z.enum(NOTE_SORTS).default('created'),
      descending: z.boolean().default(true),
      offset: count.default(0),
      limit: z.number().int().min(1).max(10_000).default(2000),
    }),
    z.object({
      total: count,
      /** In how many articles those are. */
      articles: count,
      /** Of how many outside the trash. */
      of: z.object({ annotations: count, articles: count }),
      notes: z.array(listedNoteSchema),
      /** What the filter says of passages leaves all of these out. The newest first. */
      articleNotes: z.array(articleNoteSchema),
    }),
  ),
} as const;
