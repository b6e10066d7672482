/**
 * Corrections to how a file was split, made before its import is committed. A list of them is data:
 * applied in order to what the splitter found, so that any of them can be taken back. Articles and
 * sections are named by the line they begin at (1-based), as it stands when the revision applies.
 */
import { z } from 'zod';
import { lineRangeSchema, lineSchema } from './entities.ts';

/** The rule that made the revision; none for those made by hand. */
const by = z.string().optional();

export const revisionSchema = z.discriminatedUnion('kind', [
  /** A new article begins at a line, whether of an article, of a section, or of neither. */
  z.strictObject({ kind: z.literal('split'), line: lineSchema, by }),
  /** The article at a line is text of the article before. */
  z.strictObject({ kind: z.literal('merge'), line: lineSchema, by }),
  /** The article at a line is a reprint inside the article before. */
  z.strictObject({ kind: z.literal('section'), line: lineSchema, by }),
  z.strictObject({
    kind: z.literal('retitle'),
    line: lineSchema,
    title: z.string().trim().min(1).max(1000),
    by,
  }),
  /** The article at a line begins at another. */
  z.strictObject({ kind: z.literal('move'), line: lineSchema, to: lineSchema, by }),
  /** The article at a line isn't imported, or is after all. */
  z.strictObject({ kind: z.literal('leaveOut'), line: lineSchema, by }),
  z.strictObject({ kind: z.literal('take'), line: lineSchema, by }),
  /** Lines that are text of no article. */
  z.strictObject({ kind: z.literal('drop'), ...lineRangeSchema.shape, by }),
]);
export type Revision = z.infer<typeof revisionSchema>;
