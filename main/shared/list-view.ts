/** How a list of articles is shown, whatever is in it. */
import { z } from 'zod';

export const SORTS = ['added', 'published', 'title', 'byline', 'source', 'length'] as const;
export type Sort = (typeof SORTS)[number];

export const GROUPS = ['none', 'source', 'month', 'import'] as const;
export type Grouping = (typeof GROUPS)[number];

export const DENSITIES = ['comfortable', 'compact'] as const;

/** What a row may say beside the title. */
export const FACTS = [
  'excerpt',
  'source',
  'byline',
  'published',
  'added',
  'time',
  'words',
  'progress',
  'highlights',
  'tags',
] as const;
export type Fact = (typeof FACTS)[number];

export const listViewSchema = z.object({
  sort: z.enum(SORTS),
  descending: z.boolean(),
  group: z.enum(GROUPS),
  density: z.enum(DENSITIES),
  facts: z.array(z.enum(FACTS)),
});
export type ListView = z.infer<typeof listViewSchema>;

export const DEFAULT_LIST_VIEW: ListView = {
  sort: 'added',
  descending: true,
  group: 'none',
  density: 'comfortable',
  facts: ['excerpt', 'source', 'published', 'time', 'progress'],
};
