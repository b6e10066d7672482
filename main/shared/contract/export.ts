/** Notes out of the library: as files that their user goes on writing in. */
import { z } from 'zod';
import { idSchema } from '../entities.ts';
import { templateTextSchema } from './templates.ts';
import { phraseSchema } from '../messages/phrase.ts';
import { command, count, query } from './method.ts';

const groupBy = z.enum(['article', 'tag']);

/** Both want the same words: what the user wrote stays, unless it is answered otherwise. */
const exportConflict = z.object({
  id: z.string(),
  path: z.string(),
  annotationId: idSchema.nullable(),
  /** Of a note on an article as a whole: the article. */
  articleId: idSchema.nullable(),
  /** `unit`: the whole passage was taken out of the file. */
  part: z.enum(['quote', 'note', 'unit']),
  file: z.string(),
  /** The note as it would come back into Lectern; null where it is about something else. */
  note: z.string().nullable(),
  lectern: z.string(),
});
export type ExportConflict = z.infer<typeof exportConflict>;

/** One file that can't be read or written stops no other. */
const failures = z.array(z.object({ path: z.string(), reason: phraseSchema }));

const target = z.strictObject({
  out: z.string().min(1),
  groupBy: groupBy.default('article'),
  /** Id or name of the template. */
  template: z.string().default('obsidian'),
  /** A template that is being written, in its place. */
  draft: templateTextSchema.optional(),
  /** Ids of conflicts in which Lectern's side is written. */
  overwrite: z.array(z.string()).default([]),
});

export const EXPORT_METHODS = {
  /** The files as they would be after the export. */
  'export.preview': query(
    target,
    z.object({
      files: z.array(
        z.object({
          path: z.string(),
          content: z.string(),
          status: z.enum(['new', 'changed', 'unchanged']),
        }),
      ),
      conflicts: z.array(exportConflict),
      failures,
    }),
  ),
  'export.markdown': command(
    target,
    z.object({
      files: z.array(z.string()),
      written: count,
      unchanged: count,
      conflicts: z.array(exportConflict),
      failures,
    }),
  ),
} as const;
