/**
 * Images that a page shows late, by a script or by the browser's choice: made plain before anything
 * reads the page, since Readability drops images without an address.
 */
import { isElement, propertyOf, type HtmlElement, type HtmlRoot } from './hast-nodes.ts';

/** Changes the tree. */
export function settleLateImages(parent: HtmlRoot | HtmlElement): void {
  for (const [at, child] of parent.children.entries()) {
    if (!isElement(child)) continue;
    if (child.tagName === 'picture') lendSources(child);
    if (child.tagName === 'noscript' && showsAnImage(child) && !standsForOne(parent, at)) {
      child.tagName = 'span';
    }
    settleLateImages(child);
  }
}

/** An image without an address of its own has those that its picture offers. */
function lendSources(picture: HtmlElement): void {
  const children = picture.children.filter(isElement);
  const image = children.find(({ tagName }) => tagName === 'img');
  if (image === undefined || propertyOf(image, 'src') !== '') return;
  const offered = children
    .filter(({ tagName }) => tagName === 'source')
    .flatMap((source) => ['srcSet', 'dataSrcset'].map((name) => propertyOf(source, name)))
    .filter((set) => set !== '');
  const own = [propertyOf(image, 'srcSet'), propertyOf(image, 'dataSrcset')];
  const sets = [...own, ...offered].filter((set) => set !== '');
  if (sets.length > 0) image.properties['srcSet'] = sets.join(', ');
}

function showsAnImage(noscript: HtmlElement): boolean {
  const children = noscript.children.filter(isElement);
  const [only] = children;
  return children.length === 1 && only?.tagName === 'img' && propertyOf(only, 'src') !== '';
}

/** Readability puts it in the place of the image before it. */
function standsForOne(parent: HtmlRoot | HtmlElement, at: number): boolean {
  const before = parent.children.findLast((child, i) => i < at && isElement(child));
  return before !== undefined && isElement(before) && holdsImage(before);
}

function holdsImage(element: HtmlElement): boolean {
  if (element.tagName === 'img') return true;
  const children = element.children.filter(isElement);
  return children.length === 1 && children.every(holdsImage);
}
