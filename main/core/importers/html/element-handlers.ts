/** How elements become Markdown where hast-util-to-mdast's own way loses something to a reader. */
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { BlockContent, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { codeLanguage } from './code-language.ts';
import { isElement, propertyOf, textOf, type HtmlElement } from './hast-nodes.ts';
import { isPhrasing, phrasingOf } from './phrasing.ts';

export const elementHandlers: Record<string, Handle> = {
  // A ZERO WIDTH SPACE in its place would cut words for search.
  wbr: () => undefined,
  caption: flow,
  dialog: flow,
  dir: (state, node) => defaultHandlers['ul']?.(state, node),
  menu: (state, node) => defaultHandlers['ul']?.(state, node),
  dl: definitionList,
  figcaption: caption,
  summary: caption,
  iframe: media,
  audio: media,
  video: media,
  math,
  picture: (state, node) => state.all(node),
  pre: code,
  table,
  td: tableCell,
  th: tableCell,
  var: (state, node) => ({ type: 'emphasis', children: phrasingOf(state.all(node)) }),
};

function flow(state: State, node: HtmlElement): BlockContent[] {
  return blocksOf(state, state.all(node));
}

function blocksOf(state: State, nodes: RootContent[]): BlockContent[] {
  return state.toFlow(nodes).filter((node): node is BlockContent => !isDefinition(node));
}

function isDefinition(node: Nodes): boolean {
  return node.type === 'definition' || node.type === 'footnoteDefinition';
}

/** A list, an item a term: the term in bold, what it means below it. */
function definitionList(state: State, node: HtmlElement): RootContent {
  const items: ListItem[] = [];
  for (const part of partsOf(node)) {
    const blocks = flow(state, part);
    const isTerm = part.tagName === 'dt';
    const last = items.at(-1);
    if (isTerm || last === undefined) items.push(itemOf(isTerm ? blocks.map(strong) : blocks));
    else last.children.push(...blocks);
  }
  return { type: 'list', ordered: false, start: null, spread: true, children: items };
}

function itemOf(children: BlockContent[]): ListItem {
  return { type: 'listItem', spread: true, checked: null, children };
}

/** Terms and definitions; browsers allow a `div` around a group, and pages put text between. */
function partsOf(list: HtmlElement): HtmlElement[] {
  return list.children.flatMap((child): HtmlElement[] => {
    if (!isElement(child)) {
      const isBlank = child.type !== 'text' || child.value.trim() === '';
      return isBlank ? [] : [{ type: 'element', tagName: 'dd', properties: {}, children: [child] }];
    }
    if (child.tagName === 'div') return partsOf(child);
    if (child.tagName === 'dt' || child.tagName === 'dd') return [child];
    return [{ type: 'element', tagName: 'dd', properties: {}, children: [child] }];
  });
}

function strong(block: BlockContent): BlockContent {
  if (block.type !== 'paragraph') return block;
  return { type: 'paragraph', children: [{ type: 'strong', children: block.children }] };
}

function caption(state: State, node: HtmlElement): BlockContent[] {
  const marked = node.tagName === 'summary' ? strong : emphasised;
  return flow(state, node).map((block) => marked(block));
}

function emphasised(block: BlockContent): BlockContent {
  if (block.type !== 'paragraph') return block;
  const hasText = block.children.some((child) => child.type !== 'image' && child.type !== 'break');
  if (!hasText) return block;
  return { type: 'paragraph', children: [{ type: 'emphasis', children: block.children }] };
}

/** What plays becomes a link to where it does; fallback text for old browsers is no text. */
function media(_state: State, node: HtmlElement): PhrasingContent | undefined {
  const source = node.children.filter(isElement).find(({ tagName }) => tagName === 'source');
  const url = propertyOf(node, 'src') || (source === undefined ? '' : propertyOf(source, 'src'));
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1];
  if (host === undefined) return undefined;
  const words = propertyOf(node, 'title').trim() || host;
  return { type: 'link', url, title: null, children: [{ type: 'text', value: words }] };
}

/** As TeX where its author gave that. */
function math(_state: State, node: HtmlElement): PhrasingContent | undefined {
  const value = textOf(node).replace(/\s+/g, ' ').trim();
  return value === '' ? undefined : { type: 'text', value };
}

function code(state: State, node: HtmlElement): Nodes | Nodes[] | undefined {
  const result = defaultHandlers['pre']?.(state, node) ?? undefined;
  if (result === undefined || Array.isArray(result) || result.type !== 'code') return result;
  if (result.value.trim() === '') return undefined;
  return { ...result, lang: result.lang ?? codeLanguage(node) };
}

/** Text that is not in a row is put into the first by the library; an empty head row isn't needed. */
function table(state: State, node: HtmlElement): Nodes | Nodes[] | undefined {
  const result = defaultHandlers['table']?.(state, node) ?? undefined;
  if (result === undefined || Array.isArray(result) || result.type !== 'table') return result;
  const [head, ...rows] = result.children;
  const isEmpty = head?.children.every((cell) => cell.children.length === 0) ?? false;
  return isEmpty && rows.length > 0 ? { ...result, children: rows } : result;
}

function tableCell(state: State, node: HtmlElement): Nodes | Nodes[] | undefined {
  const result = defaultHandlers['td']?.(state, node) ?? undefined;
  if (result === undefined || Array.isArray(result) || result.type !== 'tableCell') return result;
  if (result.children.every((child) => isPhrasing(child))) return result;
  return { ...result, children: phrasingOf(result.children) };
}
