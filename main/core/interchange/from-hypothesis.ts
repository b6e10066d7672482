/**
 * Annotations as the API of Hypothesis gives them (https://h.readthedocs.io/en/latest/api/): a search
 * result with `rows`, a list of rows, or one; and as its client exports them, under `annotations`. They become Web Annotations. Positions count in the page
 * they were made on, which an article is a part of: they are left out.
 */
import { z } from 'zod';

const rowSchema = z.looseObject({
  id: z.string(),
  uri: z.string(),
  created: z.string().optional(),
  updated: z.string().optional(),
  user: z.string().optional().catch(undefined),
  text: z.string().catch(''),
  tags: z.array(z.string()).catch([]),
  /** The annotations that a reply is under. */
  references: z.array(z.string()).catch([]),
  document: z.looseObject({ title: z.array(z.string()).catch([]) }).catch({ title: [] }),
  target: z
    .array(
      z.looseObject({
        selector: z.array(z.looseObject({ type: z.string().optional() })).catch([]),
      }),
    )
    .catch([]),
});
type Row = z.infer<typeof rowSchema>;

const rowsSchema = z.union([
  z.looseObject({ rows: z.array(z.unknown()) }).transform(({ rows }) => rows),
  z.looseObject({ annotations: z.array(z.unknown()) }).transform(({ annotations }) => annotations),
  z.array(z.unknown()),
  rowSchema.transform((row): unknown[] => [row]),
]);

/** Null for what isn't from Hypothesis. Rows that are damaged stay as they are, to be told as failures. */
export function fromHypothesis(value: unknown): unknown[] | null {
  const rows = rowsSchema.safeParse(value);
  if (!rows.success) return null;
  const read = rows.data.map((row) => rowSchema.safeParse(row));
  if (!read.some(({ success }) => success)) return null;
  const known = new Map(read.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data]])));
  return read.flatMap(({ data }, index) => {
    if (data === undefined) return [rows.data[index]];
    // A reply whose annotation is here goes below that one's note.
    return data.references.some((id) => known.has(id)) ? [] : [toWebAnnotation(data, known)];
  });
}

function toWebAnnotation(row: Row, rows: ReadonlyMap<string, Row>) {
  const replies = [...rows.values()].filter(({ references }) => references.includes(row.id));
  const users = new Set([row, ...replies].map(({ user }) => user));
  const note = [row, ...replies].flatMap(({ text, user }) => {
    if (text.trim() === '') return [];
    // Where several people talk, each is named.
    return users.size > 1 ? `${nameOf(user)}: ${text.trim()}` : text.trim();
  });
  const times = [row, ...replies].flatMap(({ updated }) => updated ?? []).toSorted();
  const quote = row.target
    .flatMap(({ selector }) => selector)
    .filter(({ type }) => type === 'TextQuoteSelector');
  return {
    id: `urn:x-hypothesis:${row.id}`,
    type: 'Annotation',
    created: row.created,
    modified: times.at(-1) ?? row.created,
    ...(row.user === undefined ? {} : { creator: row.user }),
    body: [
      ...(note.length === 0
        ? []
        : [{ type: 'TextualBody', value: note.join('\n\n---\n\n'), purpose: 'commenting' }]),
      ...row.tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
    ],
    target: {
      source: row.uri,
      selector: quote,
      'lectern:title': row.document.title[0],
    },
  };
}

/** `acct:ada@hypothes.is` is ada. */
function nameOf(user: string | undefined): string {
  return /^acct:([^@]+)/u.exec(user ?? '')?.[1] ?? user ?? '?';
}
