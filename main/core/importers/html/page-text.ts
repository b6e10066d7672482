/** All text of a page, for pages in which no article is found or that are too large to look for it. */
import { isElement, type HtmlElement, type HtmlNode, type HtmlRoot } from './hast-nodes.ts';

const NO_TEXT = new Set(
  `head script style template noscript svg nav form button select textarea iframe object
  dialog`.split(/\s+/),
);

/** The page's body without what only moves about in a site. */
export function bodyOf(tree: HtmlRoot): HtmlRoot {
  const children = tree.children.flatMap((child) => keptOf(child));
  return { type: 'root', children };
}

function keptOf(node: HtmlNode): HtmlElement['children'] {
  if (node.type === 'text') return [node];
  if (!isElement(node) || NO_TEXT.has(node.tagName)) return [];
  return [{ ...node, children: node.children.flatMap((child) => keptOf(child)) }];
}

const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]|header|hr|html|li|main|ol|p|pre|section|summary|table|td|th|tr|ul)$/;

/** Paragraph by paragraph, without any markup. */
export function paragraphsOf(tree: HtmlRoot): string[] {
  const paragraphs: string[] = [];
  let line = '';
  const end = () => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '') paragraphs.push(text);
    line = '';
  };
  const read = (node: HtmlNode) => {
    if (node.type === 'text') line += node.value;
    if (!isElement(node) || NO_TEXT.has(node.tagName)) return;
    if (BLOCK.test(node.tagName)) end();
    for (const child of node.children) read(child);
    if (BLOCK.test(node.tagName)) end();
  };
  for (const child of tree.children) read(child);
  end();
  return paragraphs;
}
