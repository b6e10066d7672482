/**
 * The page of an open article: where its leaves are, what of it is in sight, and going to places
 * in it. Chunks out of sight have guessed heights, so a jump is corrected until it stands.
 */
import type { TextRange } from '../../../../main/shared/entities.ts';
import { leavesIn, toDomRange, toOffset, type Leaf, type Leaves } from './offsets.ts';

/** `top`: the line becomes the first one. `reveal`: nothing moves when it is well in sight. */
type Placing = 'top' | 'reveal';

/** Frames in which a jump is corrected, and how many it has to stand still to be done. */
const MOST_FRAMES = 20;
const STILL_FRAMES = 3;

/** Pixels above the line that a jump to the top goes to. */
const ABOVE = 8;

export class ArticlePage implements Leaves {
  private readonly known = new WeakMap<Element, Leaf[]>();
  private wanted: { offset: number; placing: Placing } | null = null;
  private frame = 0;

  constructor(
    /** The element that scrolls. */
    readonly page: HTMLElement,
    /** The element whose children are the chunks. */
    readonly body: HTMLElement,
    private readonly mountTo: (offset: number) => void,
  ) {
    for (const event of ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const) {
      page.addEventListener(event, () => this.leaveAlone(), { passive: true });
    }
  }

  at(offset: number): Leaf | undefined {
    const chunk = this.chunkAt(offset);
    const leaves = this.leavesOf(chunk);
    const at = lastIndex(leaves.length, (index) => (leaves[index]?.start ?? 0) <= offset);
    // In what parts two chunks, or in a chunk that has only a rule.
    return leaves[at] ?? leaves[0] ?? this.leavesOf(chunk?.previousElementSibling).at(-1);
  }

  /** Puts an offset at its place; at once if it is in the page, else when it has come. */
  goTo(offset: number, placing: Placing = 'top'): void {
    this.leaveAlone();
    this.wanted = { offset, placing };
    if (this.at(offset) === undefined) this.frame = requestAnimationFrame(() => this.grown());
    else this.jump();
  }

  mountAll(): void {
    this.mountTo(Number.MAX_SAFE_INTEGER);
  }

  /** Goes to an element of the text, and puts all of the article into the page to find it. */
  goToElement(selector: string): HTMLElement | null {
    if (this.body.querySelector(selector) === null) this.mountAll();
    const element = this.body.querySelector<HTMLElement>(selector);
    const leaf = element?.querySelector('[data-start]') ?? element;
    const offset = leaf ? toOffset(this.body, leaf, 0) : null;
    if (offset !== null) this.goTo(offset, 'reveal');
    return element;
  }

  /** More of the article is there. */
  grown(): void {
    if (this.wanted === null) return;
    if (this.at(this.wanted.offset) === undefined) this.mountTo(this.wanted.offset);
    if (this.at(this.wanted.offset) !== undefined) this.jump();
  }

  /** The user moves by hand: no correction may get in the way. */
  leaveAlone(): void {
    cancelAnimationFrame(this.frame);
    this.wanted = null;
  }

  /** What is in sight, in offsets; where a line is cut by the edge, about. */
  inSight(): TextRange {
    const { top, bottom } = this.page.getBoundingClientRect();
    return { start: this.offsetAt(top + 1), end: this.offsetAt(bottom - 1) };
  }

  /** The offset of the first line in sight, exactly. */
  firstLine(): number {
    if (this.page.scrollTop <= 0) return 0;
    const { top } = this.page.getBoundingClientRect();
    const leaf = this.leafBelow(top);
    if (leaf === undefined) return 0;
    const rect = leaf.element.getBoundingClientRect();
    if (rect.top >= top) return leaf.start;
    const style = getComputedStyle(leaf.element);
    const x = style.direction === 'rtl' ? rect.right - 2 : rect.left + 2;
    const caret = document.caretPositionFromPoint?.(x, top + 4);
    const offset = caret ? toOffset(this.body, caret.offsetNode, caret.offset) : null;
    return offset ?? leaf.start;
  }

  private jump(): void {
    const { wanted } = this;
    if (wanted === null) return;
    if (wanted.placing === 'reveal' && this.isWellInSight(wanted.offset)) {
      this.wanted = null;
      return;
    }
    const below = wanted.placing === 'top' ? ABOVE : this.page.clientHeight * 0.3;
    let still = 0;
    let frames = 0;
    const correct = () => {
      const by = this.topOf(wanted.offset) - below;
      const before = this.page.scrollTop;
      if (Math.abs(by) >= 1) this.page.scrollTop += by;
      still = this.page.scrollTop === before ? still + 1 : 0;
      frames += 1;
      if (still < STILL_FRAMES && frames < MOST_FRAMES) this.frame = requestAnimationFrame(correct);
      else this.wanted = null;
    };
    correct();
  }

  private isWellInSight(offset: number): boolean {
    const top = this.topOf(offset);
    return top >= 48 && top <= this.page.clientHeight - 120;
  }

  /** Pixels between the upper edge of the page and the line of an offset. */
  private topOf(offset: number): number {
    const edge = this.page.getBoundingClientRect().top;
    if (offset <= 0) return -this.page.scrollTop;
    const range = toDomRange(this, { start: offset, end: offset + 1 });
    const rect = range?.getBoundingClientRect();
    const found = rect === undefined || rect.height === 0 ? this.at(offset)?.element : null;
    return (found?.getBoundingClientRect() ?? rect ?? { top: edge }).top - edge;
  }

  /** The offset at a height of the window; inside a block, in proportion. */
  private offsetAt(y: number): number {
    const leaf = this.leafBelow(y);
    if (leaf === undefined) {
      const last = this.body.lastElementChild;
      return last instanceof HTMLElement ? (this.leavesOf(last).at(-1)?.end ?? 0) : 0;
    }
    const { top, height } = leaf.element.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (y - top) / Math.max(1, height)));
    return Math.round(leaf.start + part * (leaf.end - leaf.start));
  }

  /** The first leaf whose lower edge is below a height. */
  leafBelow(y: number): Leaf | undefined {
    const bottom = (element: Element | undefined) => element?.getBoundingClientRect().bottom ?? 0;
    const { children } = this.body;
    const passed = lastIndex(children.length, (at) => bottom(children[at]) <= y);
    for (let at = passed + 1; at < children.length; at += 1) {
      const leaves = this.leavesOf(children[at]);
      const above = lastIndex(leaves.length, (index) => bottom(leaves[index]?.element) <= y);
      const leaf = leaves[above + 1];
      if (leaf !== undefined) return leaf;
    }
    return undefined;
  }

  private chunkAt(offset: number): Element | undefined {
    const { children } = this.body;
    const startOf = (index: number) => Number(children[index]?.getAttribute('data-chunk'));
    return children[lastIndex(children.length, (index) => startOf(index) <= offset)];
  }

  private leavesOf(chunk: Element | null | undefined): Leaf[] {
    if (!(chunk instanceof HTMLElement) || chunk.childElementCount === 0) return [];
    const known = this.known.get(chunk) ?? leavesIn(chunk);
    this.known.set(chunk, known);
    return known;
  }
}

/** The last index for which a condition holds that holds up to some place and not after; else -1. */
function lastIndex(length: number, holds: (index: number) => boolean): number {
  let low = -1;
  let high = length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
