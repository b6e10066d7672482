/** From the text of a feed's item to Markdown. */
import { escapeHtml } from './xml-element.ts';
import { htmlToMarkdown, type PageMarkdown } from '../html/to-markdown.ts';
import type { ImageSources } from '../html/images.ts';
import { parseFragment } from '../html/parse.ts';
import type { FeedText } from './feed-item.ts';

export type FeedPlace = Omit<ImageSources, 'base'>;

const TAG = /<\/?[a-z][\w:-]*(?:\s[^<>]*)?\/?>|<!--/i;

/** Images may lie beside the feed's file. */
export function contentToMarkdown(content: FeedText | null, place: FeedPlace): PageMarkdown {
  if (content === null) return { markdown: '', images: [] };
  const { tree } = parseFragment(toHtml(content));
  try {
    return htmlToMarkdown(tree, { base: content.base, ...place });
  } catch (error) {
    // Nested beyond the stack: the text without its markup.
    if (!(error instanceof RangeError)) throw error;
    const plain = content.value.replace(/<[^<>]*>/g, ' ');
    return contentToMarkdown({ ...content, kind: 'text', value: plain }, place);
  }
}

/** Fields of HTML often hold bare text: its blank lines part paragraphs, its line ends break lines. */
function toHtml({ kind, value }: FeedText): string {
  if (kind === 'html' && TAG.test(value)) return value;
  const html = kind === 'html' ? value.replaceAll('<', '&lt;') : escapeHtml(value);
  return html
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => `<p>${paragraph.trim().replace(/\s*\n\s*/g, '<br>')}</p>`)
    .join('');
}
