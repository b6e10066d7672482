/** What a post looks like: blocks as they are, plain lines as paragraphs, shortcodes as HTML. */
import { autop } from './autop.ts';
import { expandShortcodes, type ShortcodeContext } from './shortcodes.ts';

const BLOCK_MARK = /<!--\s+(\/?)wp:([a-z][\w/-]*)(?:\s[\s\S]*?)?\s*(\/?)-->/g;
/** Blocks that hold what an older editor wrote. */
const CLASSIC = /^(?:freeform|core\/freeform|shortcode|core\/shortcode)$/;
const HELD = /^(?:embed|core\/embed|core-embed\/.+)$/;
const LONE_ADDRESS = /^\s*(https?:\/\/[^\s<>"]+)\s*$/m;

export function postHtml(content: string, context: ShortcodeContext): string {
  const html = content.includes('<!-- wp:') ? blocksHtml(content) : autop(breakParts(content));
  // Paragraphs first: a caption that spans lines is one block when its brackets are gone.
  return expandShortcodes(html, context);
}

/** Outside blocks, and in classic ones, lines are paragraphs. */
function blocksHtml(content: string): string {
  const parts: string[] = [];
  let depth = 0;
  let at = 0;
  let isClassic = true;
  let block = '';
  const copy = (end: number) => {
    const text = content.slice(at, end);
    parts.push(isClassic ? autop(breakParts(text)) : embedded(block, text));
  };
  for (const mark of content.matchAll(BLOCK_MARK)) {
    copy(mark.index);
    at = mark.index + mark[0].length;
    const [, isEnd, name = '', isEmpty] = mark;
    if (isEnd === '/') depth = Math.max(0, depth - 1);
    else if (isEmpty !== '/') depth += 1;
    block = name;
    isClassic = depth === 0 || (isEnd !== '/' && isEmpty !== '/' && CLASSIC.test(name));
  }
  copy(content.length);
  return parts.join('');
}

/** An embed holds its address as bare text. */
function embedded(block: string, html: string): string {
  if (!HELD.test(block)) return html;
  return html.replace(LONE_ADDRESS, (_, url: string) => `<p><a href="${url}">${url}</a></p>`);
}

/** "More" and page marks stand between paragraphs. */
function breakParts(content: string): string {
  return content.replace(/<!--\s*(?:more\b[\s\S]*?|nextpage|noteaser)\s*-->/gi, '\n\n');
}
