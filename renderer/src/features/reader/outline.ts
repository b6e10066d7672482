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

/**
 * Offsets by the names that links in Markdown give to headings: in lower case, spaces as hyphens,
 * without other signs; the second of the same name ends in `-1` (GitHub's rule).
 */
export function sectionNames(sections: readonly Section[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const used = new Map<string, number>();
  for (const { title, offset } of sections) {
    const plain = title
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const before = used.get(plain) ?? 0;
    used.set(plain, before + 1);
    const name = before === 0 ? plain : `${plain}-${before}`;
    if (name !== '' && !names.has(name)) names.set(name, offset);
  }
  return names;
}

/** The section that an offset is in: the index of the last heading before it; -1 before the first. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  return sections.findLastIndex((section) => section.offset <= offset);
}
