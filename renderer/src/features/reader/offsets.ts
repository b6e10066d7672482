/**
 * Between places in the page and offsets in the reading text (UTF-16 code units). Every leaf block
 * carries `data-start`; the characters inside it are the reading text from there on (see
 * `main/shared/text/reading.ts`), so a walk over its text nodes is all it takes. Leaves stand in
 * chunks, which carry `data-chunk`, the offset they start at.
 */
import type { TextRange } from '../../../../main/shared/entities.ts';

export interface Leaf {
  element: HTMLElement;
  start: number;
  end: number;
}

/** The leaf blocks of an article that are in the page. */
export interface Leaves {
  /** The last leaf that starts at or before an offset; undefined where it isn't in the page yet. */
  at(offset: number): Leaf | undefined;
}

/** The leaf blocks inside an element in reading order. */
export function leavesIn(element: HTMLElement): Leaf[] {
  return [...element.querySelectorAll<HTMLElement>('[data-start]')].map((leaf) => {
    const start = Number(leaf.dataset['start']);
    return { element: leaf, start, end: Number(leaf.dataset['end']) };
  });
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
export function toDomRange(leaves: Leaves, { start, end }: TextRange): Range | null {
  const first = leaves.at(start);
  const last = leaves.at(Math.max(start, end - 1));
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
  const chunk = chunkBefore(root, inside, point);
  if (chunk === null) return 0;
  let before: Leaf | null = null;
  for (const candidate of leavesIn(chunk)) {
    if (point.comparePoint(candidate.element, 0) > 0) break;
    before = candidate;
  }
  return before?.end ?? Number(chunk.dataset['chunk']);
}

/** The chunk that a point is in or behind. */
function chunkBefore(
  root: HTMLElement,
  inside: Element | null | undefined,
  point: Range,
): HTMLElement | null {
  const around = inside?.closest<HTMLElement>('[data-chunk]');
  if (around) return around;
  let before: HTMLElement | null = null;
  for (const chunk of root.querySelectorAll<HTMLElement>('[data-chunk]')) {
    if (point.comparePoint(chunk, 0) > 0) break;
    before = chunk;
  }
  return before;
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

export function selectRange(leaves: Leaves, range: TextRange): void {
  const domRange = toDomRange(leaves, range);
  const selection = document.getSelection();
  if (domRange === null || selection === null) return;
  selection.removeAllRanges();
  selection.addRange(domRange);
}
