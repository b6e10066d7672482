import { z } from 'zod';
import { articleSchema, idSchema } from './entities.ts';

/** What the core tells its hosts; names are in the past tense. Payloads are small: listeners ask again. */
export const EVENTS = {
  'articles.changed': z.object({ ids: z.array(idSchema) }),
  /** Only their read state, their note or their collections are others: nothing that is searched. */
  'articles.marked': z.object({ ids: z.array(idSchema) }),
  /** Somebody reads: nothing but the place in the text is another. */
  'articles.positioned': z.object({ id: idSchema, position: articleSchema.shape.position }),
  /** It is known now which articles say much the same as others. */
  'articles.compared': z.object({}),
  'annotations.changed': z.object({ articleId: idSchema }),
  'tags.changed': z.object({}),
  'collections.changed': z.object({}),
  'smartLists.changed': z.object({}),
  'rules.changed': z.object({}),
  'settings.changed': z.object({}),
  'search.indexed': z.object({ pending: z.number().int().nonnegative() }),
  'imports.progressed': z.object({
    jobId: z.string(),
    /** Files are read, their articles compared with the library's; then articles are written. */
    phase: z.enum(['reading', 'comparing', 'writing']),
    /** Files while they are read, articles afterwards. */
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    /** Of the files, or of the texts; with a `totalBytes` of 0, nothing is known of them. */
    bytes: z.number().int().nonnegative(),
    totalBytes: z.number().int().nonnegative(),
    path: z.string().nullable(),
  }),
  /** From the desktop: a menu entry was chosen, files were opened with Lectern. */
  'command.requested': z.object({ id: z.string() }),
  'files.opened': z.object({ paths: z.array(z.string()) }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<E extends EventName> = z.infer<(typeof EVENTS)[E]>;

export type EventMessage = {
  [E in EventName]: { name: E; payload: EventPayload<E> };
}[EventName];

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(EVENTS, name);
}
