/** Blocks as one run of text, for where Markdown has room for nothing else: cells and headings. */
import type { Nodes, PhrasingContent } from 'mdast';

const PHRASING = new Set<Nodes['type']>([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'strong',
  'text',
]);

export function isPhrasing(node: Nodes): node is PhrasingContent {
  return PHRASING.has(node.type);
}

/** Line breaks stand where one block ended and the next began. */
export function phrasingOf(nodes: readonly Nodes[]): PhrasingContent[] {
  const phrasing: PhrasingContent[] = [];
  for (const node of nodes) {
    if (isPhrasing(node)) {
      phrasing.push(node);
      continue;
    }
    const inner = phrasingOfBlock(node);
    if (inner.length === 0) continue;
    if (phrasing.length > 0 && phrasing.at(-1)?.type !== 'break') phrasing.push({ type: 'break' });
    for (const each of inner) phrasing.push(each);
    phrasing.push({ type: 'break' });
  }
  while (phrasing.at(-1)?.type === 'break') phrasing.pop();
  return phrasing;
}

function phrasingOfBlock(node: Nodes): PhrasingContent[] {
  if (node.type === 'code') return [{ type: 'inlineCode', value: node.value }];
  return 'children' in node ? phrasingOf(node.children) : [];
}
