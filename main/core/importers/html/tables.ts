/**
 * Tables hold data or make a layout. The former become tables of Markdown, whose cells hold text
 * alone; the latter give way to what stands in them.
 */
import { isElement, propertyOf, textOf, type HtmlElement, type HtmlRoot } from './hast-nodes.ts';

const RICH = new Set('h1 h2 h3 h4 h5 h6 ul ol dl pre blockquote figure hr table'.split(' '));
const PARTS = new Set('table thead tbody tfoot tr td th caption'.split(' '));
const LONGEST_CELL = 2000;
const MOST_COLUMNS = 60;
/** Cells with those that spans add: beyond, the spans are taken off. */
const MOST_CELLS = 20_000;

/** Changes the tree. */
export function settleTables(tree: HtmlRoot): void {
  settleChildren(tree);
}

function settleChildren(parent: HtmlRoot | HtmlElement): void {
  for (let at = 0; at < parent.children.length; at += 1) {
    const child = parent.children[at];
    if (!isElement(child)) continue;
    settleChildren(child);
    if (child.tagName !== 'table') continue;
    if (isLayout(child)) dissolve(child);
    else at += liftCaption(child, parent, at);
  }
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.children.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.children.filter(isElement).filter(({ tagName }) => /^t[dh]$/.test(tagName));
}

function isLayout(table: HtmlElement): boolean {
  if (/^(?:presentation|none)$/.test(propertyOf(table, 'role'))) return true;
  const rows = rowsOf(table).map((row) => cellsOf(row));
  const cells = rows.flat();
  const columns = Math.max(0, ...rows.slice(0, 1000).map((row) => row.length));
  if (columns < 2 || columns > MOST_COLUMNS) return true;
  const rich = cells.filter((cell) => isRich(cell));
  if (rich.some((cell) => holds(cell, 'table') || holds(cell, 'pre'))) return true;
  if (rich.length * 3 > cells.length || cells.some((cell) => isLong(cell))) return true;
  boundSpans(cells);
  return false;
}

function isRich(cell: HtmlElement): boolean {
  const inside = descendantsOf(cell);
  const paragraphs = inside.filter(({ tagName }) => tagName === 'p');
  return paragraphs.length > 1 || inside.some(({ tagName }) => RICH.has(tagName));
}

function isLong(cell: HtmlElement): boolean {
  return textOf(cell).length > LONGEST_CELL;
}

function holds(cell: HtmlElement, tagName: string): boolean {
  return descendantsOf(cell).some((element) => element.tagName === tagName);
}

function descendantsOf(element: HtmlElement): HtmlElement[] {
  return element.children.filter(isElement).flatMap((child) => [child, ...descendantsOf(child)]);
}

function boundSpans(cells: readonly HtmlElement[]): void {
  let total = 0;
  for (const cell of cells) total += spanOf(cell, 'colSpan') * spanOf(cell, 'rowSpan');
  if (total <= MOST_CELLS) return;
  for (const { properties } of cells) {
    delete properties['colSpan'];
    delete properties['rowSpan'];
  }
}

/** Written values are bounded in place, as browsers do. */
function spanOf(cell: HtmlElement, name: 'colSpan' | 'rowSpan'): number {
  if (cell.properties[name] === undefined) return 1;
  const span = Number.parseInt(propertyOf(cell, name), 10);
  const bounded = Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), 1000);
  cell.properties[name] = bounded;
  return bounded;
}

/** Its rows and cells become blocks. */
function dissolve(element: HtmlElement): void {
  element.tagName = 'div';
  element.properties = {};
  for (const child of element.children) {
    if (isElement(child) && PARTS.has(child.tagName)) dissolve(child);
  }
}

/** A caption becomes a paragraph before its table. Gives the nodes added. */
function liftCaption(table: HtmlElement, parent: HtmlRoot | HtmlElement, at: number): number {
  const caption = table.children.find((child) => isElement(child) && child.tagName === 'caption');
  if (!isElement(caption)) return 0;
  table.children = table.children.filter((child) => child !== caption);
  parent.children.splice(at, 0, { ...caption, tagName: 'figcaption' });
  return 1;
}
