/**
 * Puts blocks and marks in the order that Markdown has: `<b><p>…</p><p>…</p></b>` becomes two
 * paragraphs with a mark in each, a paragraph with blocks in it gives way to them.
 */
import { isElement, type HtmlContent, type HtmlElement, type HtmlRoot } from './hast-nodes.ts';

const BLOCKS = new Set(
  `address article aside blockquote center details dialog dd div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre section summary
  table tbody td tfoot th thead tr ul xmp`.split(/\s+/),
);
const MARKS = new Set('a b strong em i u mark del s strike var'.split(' '));
/** They can't mark blocks: what is in them is more than a word of code. */
const CODE = new Set('code kbd samp tt'.split(' '));
const LITERAL = new Set('pre listing xmp hr'.split(' '));

/** Changes the tree. */
export function orderBlocks(tree: HtmlRoot): void {
  raiseCode(tree);
  orderChildren(tree);
}

/** Code of several lines is a block, whatever it was written as. */
function raiseCode(parent: HtmlRoot | HtmlElement): void {
  for (const child of parent.children) {
    if (!isElement(child) || LITERAL.has(child.tagName)) continue;
    if (child.tagName === 'code' && hasLineBreak(child)) child.tagName = 'pre';
    else raiseCode(child);
  }
}

function orderChildren(parent: HtmlRoot | HtmlElement): void {
  const children: HtmlRoot['children'] = [];
  for (const child of parent.children) {
    for (const each of isElement(child) ? ordered(child) : [child]) children.push(each);
  }
  parent.children = children;
  for (const child of children) {
    if (isElement(child) && !LITERAL.has(child.tagName)) orderChildren(child);
  }
}

function ordered(element: HtmlElement): HtmlContent[] {
  if (!holdsBlock(element)) return [element];
  if (MARKS.has(element.tagName)) {
    return pushedDown(element).flatMap((each) => (isElement(each) ? ordered(each) : [each]));
  }
  if (CODE.has(element.tagName)) {
    return element.children.flatMap((each) => (isElement(each) ? ordered(each) : [each]));
  }
  if (element.tagName === 'p') element.tagName = 'div';
  return [element];
}

function hasLineBreak(element: HtmlElement): boolean {
  return element.children.some((child) => isElement(child) && child.tagName === 'br');
}

function holdsBlock(element: HtmlElement): boolean {
  return element.children.some(
    (child) => isElement(child) && (BLOCKS.has(child.tagName) || holdsBlock(child)),
  );
}

/** The children of a mark, each run of text between the blocks and in them marked by itself. */
function pushedDown(mark: HtmlElement): HtmlContent[] {
  return markRuns(mark.children, mark);
}

function markRuns(children: readonly HtmlContent[], mark: HtmlElement): HtmlContent[] {
  const result: HtmlContent[] = [];
  let run: HtmlContent[] = [];
  const endRun = () => {
    const isBlank = run.every((node) => node.type === 'text' && node.value.trim() === '');
    if (isBlank) for (const node of run) result.push(node);
    else result.push({ ...mark, children: run });
    run = [];
  };
  for (const child of children) {
    if (!isElement(child) || !(BLOCKS.has(child.tagName) || holdsBlock(child))) {
      run.push(child);
      continue;
    }
    endRun();
    const isLiteral = LITERAL.has(child.tagName);
    result.push(isLiteral ? child : { ...child, children: markRuns(child.children, mark) });
  }
  endRun();
  return result;
}
