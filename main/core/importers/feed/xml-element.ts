/** A small tree of XML, with names as the formats' own specifications write their prefixes. */

export interface XmlElement {
  /** Lower case: `title`, `dc:creator`, `atom:link`, `wp:post_id`. */
  name: string;
  /** By their written names in lower case. */
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

export function isXmlElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string';
}

export function childrenNamed(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.filter(isXmlElement).filter(({ name }) => names.includes(name));
}

/** The first child of the first of these names that the element has. */
export function childNamed(element: XmlElement, ...names: string[]): XmlElement | null {
  for (const name of names) {
    const [child] = childrenNamed(element, name);
    if (child !== undefined) return child;
  }
  return null;
}

export function textOfXml(element: XmlElement): string {
  return element.children.map((child) => (isXmlElement(child) ? textOfXml(child) : child)).join('');
}

/** The trimmed text of the first of these children that has any; null when none has. */
export function wordsOf(element: XmlElement, ...names: string[]): string | null {
  for (const child of names.flatMap((name) => childrenNamed(element, name))) {
    const words = textOfXml(child).trim();
    if (words !== '') return words;
  }
  return null;
}

/** What stands in an element, as HTML: for XHTML, and for markup that was not escaped. */
export function innerHtml(element: XmlElement): string {
  return element.children
    .map((child) => (isXmlElement(child) ? outerHtml(child) : escapeHtml(child)))
    .join('');
}

const VOID = new Set('area br col embed hr img input source track wbr'.split(' '));

function outerHtml(element: XmlElement): string {
  const name = element.name.replace(/^.*:/, '');
  const attributes = [...element.attributes]
    .filter(([attribute]) => !attribute.startsWith('xmlns'))
    .map(([attribute, value]) => ` ${attribute}="${escapeHtml(value).replaceAll('"', '&quot;')}"`);
  const start = `<${name}${attributes.join('')}>`;
  return VOID.has(name) ? start : `${start}${innerHtml(element)}</${name}>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
