/** The node types of a parsed page, by the parser's own declaration. */
import type { fromHtml } from 'hast-util-from-html';

export type HtmlRoot = ReturnType<typeof fromHtml>;
export type HtmlNode = HtmlRoot['children'][number];
export type HtmlElement = Extract<HtmlNode, { type: 'element' }>;
export type HtmlContent = HtmlElement['children'][number];

export function isElement(node: { type: string } | undefined): node is HtmlElement {
  return node?.type === 'element';
}

/** All text below a node as it stands, markup and comments aside. */
export function textOf(node: HtmlNode | HtmlRoot): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/** A property as a string; lists are joined by spaces, absent ones are ''. */
export function propertyOf(element: HtmlElement, name: string): string {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return '';
  if (value === true) return name;
  return Array.isArray(value) ? value.join(' ') : String(value);
}
