/**
 * Settles what HTML allows and Markdown can't say: emphasis around white space or inside itself,
 * links in links, empty blocks, line breaks at the ends of lines, blocks nested beyond reading.
 * The visible text stays as it is.
 */
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { isPhrasing, phrasingOf } from './phrasing.ts';

/** Quotes and lists in one another; each level is written on every line below it. */
const DEEPEST = 24;

/** Changes the tree. */
export function tidyMarkdown(root: Root): void {
  root.children = tidyBlocks(root.children, 0);
}

function tidyBlocks<T extends RootContent>(nodes: readonly T[], depth: number): T[] {
  return nodes.filter((node) => tidyBlock(node, depth));
}

/** False for a block without content. */
function tidyBlock(node: RootContent, depth: number): boolean {
  switch (node.type) {
    case 'paragraph':
      node.children = tidyLine(node.children);
      return node.children.length > 0;
    case 'heading':
      node.children = tidyLine(withoutBreaks(phrasingOf(node.children)));
      return node.children.length > 0;
    case 'code':
      return node.value !== '';
    case 'list':
      node.children = tidyBlocks(node.children, depth + 1);
      return node.children.length > 0;
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition':
      node.children = tidyBlocks(
        depth >= DEEPEST ? flattened(node.children) : node.children,
        depth + 1,
      );
      return node.children.length > 0 || node.type === 'footnoteDefinition';
    case 'table':
      for (const cell of node.children.flatMap((row) => row.children)) {
        cell.children = breaksAsHtml(tidyLine(phrasingOf(cell.children)));
      }
      return node.children.length > 0;
    default:
      return true;
  }
}

type BlockChild = Extract<Nodes, { type: 'blockquote' }>['children'][number];

/** Paragraphs and other leaves below, without the blocks between. */
function flattened(nodes: readonly BlockChild[]): BlockChild[] {
  return nodes.flatMap((node): BlockChild[] => {
    if (node.type === 'blockquote') return flattened(node.children);
    return node.type === 'list'
      ? flattened(node.children.flatMap((item) => item.children))
      : [node];
  });
}

function withoutBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => {
    if (node.type === 'break') return { type: 'text', value: ' ' };
    if (isMark(node)) return { ...node, children: withoutBreaks(node.children) };
    return node;
  });
}

function breaksAsHtml(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => {
    if (node.type === 'break') return { type: 'html', value: '<br>' };
    if (isMark(node)) return { ...node, children: breaksAsHtml(node.children) };
    return node;
  });
}

type Mark = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' | 'link' }>;

function isMark(node: Nodes): node is Mark {
  return ['emphasis', 'strong', 'delete', 'link'].includes(node.type);
}

/** The content of a paragraph, heading or cell. */
function tidyLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return trimmedLine(settle(nodes, new Set()));
}

/** One level of phrasing; `around` are the marks it stands in. */
function settle(
  nodes: readonly PhrasingContent[],
  around: ReadonlySet<Nodes['type']>,
): PhrasingContent[] {
  const settled: PhrasingContent[] = [];
  for (const node of nodes) {
    for (const each of settleNode(node, around)) append(settled, each);
  }
  return settled;
}

function settleNode(node: PhrasingContent, around: ReadonlySet<Nodes['type']>): PhrasingContent[] {
  if (node.type === 'text') return node.value === '' ? [] : [node];
  if (node.type === 'inlineCode') return codeOf(node.value);
  if (!isMark(node)) {
    return isPhrasing(node) ? [node] : settle(phrasingOf([node]), around);
  }
  if (around.has(node.type)) return settle(node.children, around);
  const inner = settle(node.children, new Set([...around, node.type]));
  return withSpaceOutside(node, inner);
}

function codeOf(value: string): PhrasingContent[] {
  const line = value.replace(/\s*\n\s*/g, ' ');
  if (line === '') return [];
  return line.trim() === ''
    ? [{ type: 'text', value: ' ' }]
    : [{ type: 'inlineCode', value: line }];
}

/** `<b>word </b>` is **word** and a space; marks around nothing go. */
function withSpaceOutside(mark: Mark, inner: PhrasingContent[]): PhrasingContent[] {
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  for (let first = inner[0]; first !== undefined; first = inner[0]) {
    const space = leadingSpace(first);
    if (space === null) break;
    before.push(space);
    if (space === first) inner.shift();
    else inner[0] = withoutLead(first, space);
  }
  for (let last = inner.at(-1); last !== undefined; last = inner.at(-1)) {
    const space = trailingSpace(last);
    if (space === null) break;
    after.unshift(space);
    inner.pop();
    if (space !== last) inner.push(withoutTail(last, space));
  }
  if (inner.length === 0) return [...before, ...after];
  return [...before, withChildren(mark, inner), ...after];
}

function withChildren(mark: Mark, children: PhrasingContent[]): Mark {
  return { ...mark, children };
}

function leadingSpace(node: PhrasingContent): PhrasingContent | null {
  if (node.type === 'break') return node;
  const space = node.type === 'text' ? /^\s+/.exec(node.value)?.[0] : undefined;
  if (space === undefined) return null;
  return node.type === 'text' && space === node.value ? node : { type: 'text', value: space };
}

function trailingSpace(node: PhrasingContent): PhrasingContent | null {
  if (node.type === 'break') return node;
  const space = node.type === 'text' ? /\s+$/.exec(node.value)?.[0] : undefined;
  if (space === undefined) return null;
  return node.type === 'text' && space === node.value ? node : { type: 'text', value: space };
}

function withoutLead(node: PhrasingContent, space: PhrasingContent): PhrasingContent {
  if (node.type !== 'text' || space.type !== 'text') return node;
  return { ...node, value: node.value.slice(space.value.length) };
}

function withoutTail(node: PhrasingContent, space: PhrasingContent): PhrasingContent {
  if (node.type !== 'text' || space.type !== 'text') return node;
  return { ...node, value: node.value.slice(0, -space.value.length) };
}

/** Texts that meet become one, and so do two marks of a kind: `**a****b**` is none. */
function append(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1);
  if (last?.type === 'text' && node.type === 'text') {
    nodes[nodes.length - 1] = { type: 'text', value: joinText(last.value, node.value) };
  } else if (last?.type === 'inlineCode' && node.type === 'inlineCode') {
    nodes[nodes.length - 1] = { type: 'inlineCode', value: last.value + node.value };
  } else if (last !== undefined && isMark(last) && canJoin(last, node)) {
    const children = [...last.children];
    for (const child of node.children) append(children, child);
    nodes[nodes.length - 1] = withChildren(last, children);
  } else {
    nodes.push(node);
  }
}

function joinText(one: string, other: string): string {
  return one.endsWith(' ') ? one + other.replace(/^ +/, '') : one + other;
}

function canJoin(last: Mark, node: PhrasingContent): node is Mark {
  if (!isMark(node) || node.type !== last.type) return false;
  return node.type !== 'link' || (last.type === 'link' && node.url === last.url);
}

/** Without breaks at the ends, and without spaces there and beside breaks. */
function trimmedLine(nodes: PhrasingContent[]): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = line.at(-1);
    if (node.type === 'text' && (last === undefined || last.type === 'break')) {
      const value = node.value.replace(/^[ \t]+/, '');
      if (value !== '') line.push({ ...node, value });
    } else if (node.type === 'break') {
      trimEnd(line);
      if (line.length > 0) line.push(node);
    } else {
      line.push(node);
    }
  }
  while (line.at(-1)?.type === 'break' || trimEnd(line)) {
    if (line.at(-1)?.type === 'break') line.pop();
  }
  return line;
}

/** True when there was space at the end. */
function trimEnd(line: PhrasingContent[]): boolean {
  const last = line.at(-1);
  if (last?.type !== 'text' || !/[ \t]$/.test(last.value)) return false;
  const value = last.value.replace(/[ \t]+$/, '');
  line.pop();
  if (value !== '') line.push({ ...last, value });
  return true;
}
