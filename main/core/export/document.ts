/**
 * A file of notes before it is text: its properties and, in order, the units that it consists of.
 * What Lectern wrote last time is kept in the same form, so that a file can be brought up to date
 * part by part.
 */
import { z } from 'zod';

export const PART_ROLES = ['text', 'quote', 'anchor', 'mark', 'note', 'tags'] as const;

export const partSchema = z.object({
  role: z.enum(PART_ROLES),
  /** Lines parted by `\n`; neither the first nor the last is blank. */
  text: z.string(),
  /** Whether it stands on the line below the part before it, with no blank line between. */
  glued: z.boolean().default(false),
  /** Of a note: what its template puts before its first line, and before the others. */
  prefixes: z.tuple([z.string(), z.string()]).optional(),
});
export type Part = z.infer<typeof partSchema>;

export const unitSchema = z.object({
  /** Unique in its document. */
  key: z.string(),
  /** The mark by which the unit is found again: `lectern-…`, in one of its lines. */
  anchor: z.string().nullable(),
  annotationId: z.string().nullable(),
  parts: z.array(partSchema),
});
export type Unit = z.infer<typeof unitSchema>;

export const propertiesSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);
export type Properties = z.infer<typeof propertiesSchema>;

export type ListForm = 'block' | 'inline';

export interface NotesDocument {
  /** The `id` in the front matter. */
  id: string;
  properties: Properties;
  /** How lists of properties are written: an item a line, or `a, b` as Logseq reads them. */
  lists?: ListForm;
  units: Unit[];
}

/** The mark of an annotation in exported files; also an Obsidian block id. */
export function anchorOf(annotationId: string, groupId?: string): string {
  return groupId === undefined
    ? `lectern-${annotationId}`
    : `lectern-${annotationId}-in-${groupId}`;
}

export function part(role: Part['role'], text: string): Part {
  return { role, text, glued: false };
}

/** The text of a unit: its parts, blank lines between those that aren't glued. */
export function unitText(parts: readonly Part[]): string {
  return parts
    .map(({ text, glued }, index) => (index === 0 ? text : `${glued ? '\n' : '\n\n'}${text}`))
    .join('');
}
