/**
 * Between places in the page and offsets in the reading text (UTF-16 code units). Every leaf block
 * carries `data-start`; the characters inside it are the reading text from there on (see
 * `main/shared/text/reading.ts`), so a walk over its text nodes is all it takes.
 */
import type { TextRange } from '../../../../main/shared/entities.ts';

export interface Leaf {
  element: HTMLElement;
  start: number;
  end: number;
}

/** The leaf blocks of an article in reading order. */
export function leavesOf(root: HTMLElement): Leaf[] {
  return [...root.querySelectorAll<HTMLElement>('[data-start]')].map((element) => {
    const start = Number(element.dataset['start']);
    return { element, start, end: Number(element.dataset['end']) };
  });
}

/** The last leaf that starts at or before an offset: log time. */
export function leafAt(leaves: readonly Leaf[], offset: number): Leaf | undefined {
  let low = 0;
  let high = leaves.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((leaves[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return leaves[low];
}

interface Point {
  node: Node;
  offset: number;
}

function textNodes(element: Node): TreeWalker {
  return document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
}

function pointAt(leaf: Leaf, offset: number, atEnd: boolean): Point {
  let left = Math.max(0, Math.min(offset, leaf.end) - leaf.start);
  const walker = textNodes(leaf.element);
  let last: Point = { node: leaf.element, offset: 0 };
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left < length || (atEnd && left === length)) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return last;
}

/** A DOM range over a range of reading text; null when the text isn't in the page. */
export function toDomRange(leaves: readonly Leaf[], { start, end }: TextRange): Range | null {
  const first = leafAt(leaves, start);
  const last = leafAt(leaves, Math.max(start, end - 1));
  if (first === undefined || last === undefined) return null;
  const from = pointAt(first, start, false);
  const to = pointAt(last, end, true);
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The offset of a DOM point; between blocks, the end of the block before it. */
export function toOffset(root: HTMLElement, node: Node, nodeOffset: number): number | null {
  if (!root.contains(node)) return null;
  const inside = node instanceof Element ? node : node.parentElement;
  const leaf = inside?.closest<HTMLElement>('[data-start]');
  const point = document.createRange();
  point.setStart(node, nodeOffset);
  if (leaf && root.contains(leaf)) return offsetInLeaf(leaf, point);
  let before: HTMLElement | null = null;
  for (const { element } of leavesOf(root)) {
    if (point.comparePoint(element, 0) > 0) break;
    before = element;
  }
  if (before === null) return 0;
  return Number(before.dataset['end']);
}

function offsetInLeaf(leaf: HTMLElement, point: Range): number {
  let length = 0;
  const walker = textNodes(leaf);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node === point.startContainer) {
      length += point.startOffset;
      break;
    }
    if (point.comparePoint(node, 0) >= 0) break;
    length += node.nodeValue?.length ?? 0;
  }
  return Number(leaf.dataset['start']) + length;
}

/** What the user selected in the article, in offsets; null without a selection in it. */
export function selectedRange(root: HTMLElement): TextRange | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const start = root.contains(range.startContainer)
    ? toOffset(root, range.startContainer, range.startOffset)
    : 0;
  const end = root.contains(range.endContainer)
    ? toOffset(root, range.endContainer, range.endOffset)
    : Number.MAX_SAFE_INTEGER;
  if (start === null || end === null || start >= end) return null;
  return { start, end };
}

export function selectRange(leaves: readonly Leaf[], range: TextRange): void {
  const domRange = toDomRange(leaves, range);
  const selection = document.getSelection();
  if (domRange === null || selection === null) return;
  selection.removeAllRanges();
  selection.addRange(domRange);
}
