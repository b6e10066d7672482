import type { Note } from './notes.ts';
import { quoteMarkdown } from './quote-markdown.ts';
import { toObsidianTags } from './tag-name.ts';

/**
 * One passage: the quote, its block id (where it isn't null), the note as it was written, the
 * tags. Blocks are parted by blank lines.
 */
export function noteMarkdown({ annotation, tags }: Note, blockId: string | null): string {
  const blocks = [quoteMarkdown(annotation.target.quote.exact)];
  if (blockId !== null) blocks.push(`^${blockId}`);
  if (annotation.anchor.range === null) {
    blocks.push('*(This passage is not found in the text any more.)*');
  }
  if (annotation.note.trim() !== '') blocks.push(annotation.note.trim());
  const tagLine = toObsidianTags(tags.map(({ name }) => name)).map((tag) => `#${tag}`);
  if (tagLine.length > 0) blocks.push(tagLine.join(' '));
  return blocks.join('\n\n');
}
