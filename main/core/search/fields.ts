/** What of an article is searched, in the order that the index numbers them. */
export const FIELDS = ['title', 'body', 'notes', 'tags'] as const;
export type Field = (typeof FIELDS)[number];
