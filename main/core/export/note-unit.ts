import type { Tag } from '../../shared/entities.ts';
import { anchorOf, part, type Unit } from './document.ts';
import type { Note } from './notes.ts';
import { quoteMarkdown } from './quote-markdown.ts';
import { toObsidianTags } from './tag-name.ts';

/** One passage: the quote, its block id, the note as it was written, the tags. */
export function noteUnit({ annotation, tags }: Note, group?: Tag): Unit {
  const anchor = anchorOf(annotation.id, group?.id);
  const parts = [
    part('quote', quoteMarkdown(annotation.target.quote.exact)),
    part('anchor', `^${anchor}`),
  ];
  if (annotation.anchor.range === null) {
    parts.push(part('mark', '*(This passage is not found in the text any more.)*'));
  }
  if (annotation.note.trim() !== '') parts.push(part('note', annotation.note.trim()));
  const tagLine = toObsidianTags(tags.map(({ name }) => name)).map((tag) => `#${tag}`);
  if (tagLine.length > 0) parts.push(part('tags', tagLine.join(' ')));
  return { key: anchor, anchor, annotationId: annotation.id, parts };
}
