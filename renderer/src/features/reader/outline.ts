/** The sections of an article, from its headings. */
import type { Block } from '../../../../main/shared/text/reading.ts';
import type { ArticleReading } from './chunks.ts';

export interface Section {
  /** Where the heading stands in the reading text. */
  offset: number;
  title: string;
  /** 1 for the outermost headings of this article, whatever their depth in the Markdown. */
  level: number;
}

/** In reading order; headings inside quotes and lists belong to what is quoted. */
export function sectionsOf({ text, chunks }: Pick<ArticleReading, 'text' | 'chunks'>): Section[] {
  const headings = chunks.flatMap(({ blocks }) => blocks.filter(isHeading));
  const outermost = Math.min(...headings.map(({ depth }) => depth));
  return headings.flatMap(({ start, end, depth }) => {
    const title = text.slice(start, end).replace(/\s+/g, ' ').trim();
    return title === '' ? [] : [{ offset: start, title, level: depth - outermost + 1 }];
  });
}

function isHeading(block: Block): block is Extract<Block, { type: 'heading' }> {
  return block.type === 'heading';
}

/** The section that an offset is in: the index of the last heading before it; -1 before the first. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  return sections.findLastIndex((section) => section.offset <= offset);
}
