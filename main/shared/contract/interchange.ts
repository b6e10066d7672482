/** Annotations, tags and what they are on as one file of W3C Web Annotations, out and in. */
import { z } from 'zod';
import { annotationSchema, idSchema } from '../entities.ts';
import { command, count } from './method.ts';
import { phraseSchema } from '../messages/phrase.ts';

const file = z.strictObject({ path: z.string().min(1) });

export const INTERCHANGE_METHODS = {
  'interchange.export': command(
    file,
    z.object({ path: z.string(), annotations: count, articles: count, tags: count }),
  ),
  /** What is there already and newer stays; what can't be placed is told. */
  'interchange.import': command(
    file,
    z.object({
      added: z.array(idSchema),
      /** As they were before. */
      replaced: z.array(annotationSchema),
      /** Notes on whole articles that are others now. */
      articleNotes: z.array(
        z.object({ articleId: idSchema, before: z.string(), after: z.string() }),
      ),
      unchanged: count,
      /** New in the codebook. */
      tags: count,
      failures: z.array(z.object({ id: z.string(), reason: phraseSchema })),
    }),
  ),
} as const;
