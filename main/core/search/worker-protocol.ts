/**
 * What the search worker and its client say to each other. A request and its reply carry the same
 * number.
 */
import { z } from 'zod';
import type { SearchDocument, SearchRequest, SearchResults } from './search-index.ts';
import { phraseSchema } from '../../shared/messages/phrase.ts';

const documentShape = z.object({
  id: z.string(),
  rev: z.string(),
  title: z.string(),
  body: z.string(),
  notes: z.string(),
  tags: z.string(),
}) satisfies z.ZodType<SearchDocument>;

const requestShape = z.object({
  text: z.string(),
  limit: z.int().nonnegative(),
  offset: z.int().nonnegative().exactOptional(),
  asYouType: z.boolean().exactOptional(),
}) satisfies z.ZodType<SearchRequest>;

export const revisionsShape = z.record(z.string(), z.string());

export const resultsShape = z.object({
  total: z.number(),
  hits: z.array(
    z.object({
      articleId: z.string(),
      score: z.number(),
      terms: z.array(z.string()),
      fields: z.array(z.string()),
    }),
  ),
}) satisfies z.ZodType<SearchResults>;

export const callShape = z.discriminatedUnion('method', [
  z.object({ method: z.literal('open'), folder: z.string().nullable() }),
  z.object({ method: z.literal('revisions') }),
  z.object({ method: z.literal('add'), documents: z.array(documentShape) }),
  z.object({ method: z.literal('remove'), ids: z.array(z.string()) }),
  z.object({ method: z.literal('query'), request: requestShape }),
  z.object({ method: z.literal('close') }),
]);
export type Call = z.infer<typeof callShape>;

/** The call is parsed when its number is known, so that a bad one gets a reply. */
export const messageShape = z.object({ number: z.number(), call: z.unknown() });

export const replyShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), number: z.number(), value: z.unknown() }),
  z.object({
    kind: z.literal('bad-query'),
    number: z.number(),
    phrase: phraseSchema,
    start: z.number(),
    end: z.number(),
  }),
  z.object({ kind: z.literal('failed'), number: z.number(), message: z.string() }),
]);
export type Reply = z.infer<typeof replyShape>;
