/**
 * A passage of reading text as a Markdown block quote that reads as the same text. Escaped is what
 * CommonMark, GitHub's extensions and Obsidian (tags, links, highlights, formulas, comments,
 * block ids) would take for marks.
 */
import type { PhrasingContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Unsafe } from 'mdast-util-to-markdown';

const OBSIDIAN: Unsafe[] = [
  { character: '#', inConstruct: 'phrasing' },
  { character: '$', inConstruct: 'phrasing' },
  { character: '^', inConstruct: 'phrasing' },
  { character: '=', after: '=', inConstruct: 'phrasing' },
  { character: '=', before: '=', inConstruct: 'phrasing' },
  { character: '%', after: '%', inConstruct: 'phrasing' },
  { character: '%', before: '%', inConstruct: 'phrasing' },
];

export function quoteMarkdown(text: string): string {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return toMarkdown(
    {
      type: 'blockquote',
      children: paragraphs.map((paragraph) => ({
        type: 'paragraph',
        children: withBreaks(paragraph),
      })),
    },
    { extensions: [gfmToMarkdown()], unsafe: OBSIDIAN },
  ).trimEnd();
}

function withBreaks(paragraph: string): PhrasingContent[] {
  return paragraph
    .split('\n')
    .flatMap((line, index): PhrasingContent[] =>
      index === 0
        ? [{ type: 'text', value: line }]
        : [{ type: 'break' }, { type: 'text', value: line }],
    );
}

/** A line of words as Markdown that reads as the same words. */
export function plainMarkdown(text: string): string {
  const value = text.replace(/\s+/gu, ' ').trim();
  const paragraph = { type: 'paragraph' as const, children: [{ type: 'text' as const, value }] };
  return toMarkdown(paragraph, { extensions: [gfmToMarkdown()], unsafe: OBSIDIAN }).trim();
}
