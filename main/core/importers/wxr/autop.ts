/**
 * Paragraphs for what WordPress keeps as plain lines: a blank line parts paragraphs, a line end
 * breaks a line, except around block elements and inside `pre`. After WordPress's own `wpautop`,
 * less what an HTML parser settles by itself.
 */

const BLOCK =
  'table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|' +
  'blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|' +
  'footer|nav|figure|figcaption|details|menu|summary';
const BEFORE_BLOCK = new RegExp(`(<(?:${BLOCK})(?=[\\s/>])[^>]*>)`, 'gi');
const AFTER_BLOCK = new RegExp(`(</(?:${BLOCK})>|<hr\\b[^>]*>)`, 'gi');
const BREAK_AFTER_BLOCK = new RegExp(`(</?(?:${BLOCK})(?=[\\s/>])[^>]*>)\\s*<br>`, 'gi');
const BREAK_BEFORE_BLOCK = new RegExp(`<br>(\\s*</?(?:${BLOCK})(?=[\\s/>]))`, 'gi');
/** Line ends inside mean what they are. */
const LITERAL = /<(pre|script|style|textarea|svg)\b[\s\S]*?<\/\1\s*>/gi;
const PLACE = /\ue000(\d+)\ue001/g;

export function autop(content: string): string {
  const literals: string[] = [];
  const held = content.replace(/[\ue000\ue001]/g, '').replace(LITERAL, (literal) => {
    literals.push(literal);
    return `\n\n\ue000${literals.length - 1}\ue001\n\n`;
  });
  const paragraphs = onOneLineEach(held)
    .replace(/<br\s*\/?>\s*<br\s*\/?>/gi, '\n\n')
    .replace(BEFORE_BLOCK, '\n\n$1')
    .replace(AFTER_BLOCK, '$1\n\n')
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => toParagraph(paragraph));
  return paragraphs.join('\n').replace(PLACE, (_, index: string) => literals[Number(index)] ?? '');
}

/** Tags may run over lines; the line ends inside them break nothing. */
function onOneLineEach(html: string): string {
  return html.replace(/<[^<>]*>/g, (tag) => tag.replace(/\s*\n\s*/g, ' '));
}

function toParagraph(paragraph: string): string {
  if (/^\ue000\d+\ue001$/.test(paragraph)) return paragraph;
  const lines = paragraph
    .replace(/[^\S\n]*\n/g, '<br>\n')
    .replace(/<br\s*\/?>\s*<br>/gi, '<br>')
    .replace(BREAK_AFTER_BLOCK, '$1')
    .replace(BREAK_BEFORE_BLOCK, '$1');
  return new RegExp(`^<(?:${BLOCK})(?=[\\s/>])`, 'i').test(lines) ? lines : `<p>${lines}</p>`;
}
