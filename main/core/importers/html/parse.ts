/** From the text of a page to its tree, bounded in depth and size whatever the text is. */
import { fromHtml } from 'hast-util-from-html';
import { boundMarkup } from './bound-markup.ts';
import type { HtmlRoot } from './hast-nodes.ts';

export interface ParsedMarkup {
  tree: HtmlRoot;
  elements: number;
  /** Tags dropped because they were nested too deeply. */
  dropped: number;
  /** Files inlined as `data:` addresses, left out. */
  inlined: number;
}

export function parsePage(html: string): ParsedMarkup {
  return parse(html, false);
}

/** The content of a feed's item, of a post: what stands inside a page's body. */
export function parseFragment(html: string): ParsedMarkup {
  return parse(html, true);
}

function parse(html: string, fragment: boolean): ParsedMarkup {
  const { html: bound, dropped, inlined } = boundMarkup(html);
  const tree = fromHtml(bound, { fragment });
  return { tree, elements: countElements(tree), dropped, inlined };
}

function countElements(node: HtmlRoot | HtmlRoot['children'][number]): number {
  if (!('children' in node)) return 0;
  let count = node.type === 'element' ? 1 : 0;
  for (const child of node.children) count += countElements(child);
  return count;
}
