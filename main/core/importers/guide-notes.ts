/** The highlights and notes that the guide of the sample comes with, made as a reader would make them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HIGHLIGHT_COLORS } from '../../shared/highlight-colors.ts';
import type { Handlers } from '../core.ts';

const NOTES = 'sample-notes.json';

const guideNotesSchema = z.array(
  z.object({
    /** Stands once in the text of the guide. */
    quote: z.string().min(1),
    color: z.enum(HIGHLIGHT_COLORS),
    note: z.string(),
    tags: z.array(z.string().min(1)),
  }),
);

export type Annotate = Pick<Handlers, 'annotations.create' | 'tags.ensure'>;

/** @throws when a passage is not in the article: text and notes belong together. */
export async function addGuideNotes(
  resources: string,
  articleId: string,
  annotate: Annotate,
): Promise<void> {
  const notes = guideNotesSchema.parse(JSON.parse(await readFile(join(resources, NOTES), 'utf8')));
  for (const { quote, color, note, tags } of notes) {
    const ids: string[] = [];
    for (const name of tags) ids.push((await annotate['tags.ensure']({ name })).id);
    await annotate['annotations.create']({
      articleId,
      quote: { exact: quote },
      color,
      note,
      tags: ids,
    });
  }
}
