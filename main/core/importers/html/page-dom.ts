/**
 * A DOM for Readability, made from the tree of a parser that follows the HTML standard: linkedom's
 * own parser closes paragraphs and builds tables otherwise than browsers do.
 */
import { parseHTML } from 'linkedom';
import { isElement, type HtmlContent, type HtmlElement, type HtmlRoot } from './hast-nodes.ts';

/** As much of the DOM as the way there and back needs; core is compiled without the DOM's types. */
export interface DomNode {
  nodeType: number;
  nodeValue: string | null;
  localName?: string;
  attributes?: Iterable<{ name: string; value: string }>;
  childNodes: Iterable<DomNode>;
}

interface DomElement extends DomNode {
  setAttribute(name: string, value: string): void;
  appendChild(child: DomNode): unknown;
}

interface DomDocument {
  documentElement: DomElement;
  createElement(name: string): DomElement;
  createTextNode(value: string): DomNode;
}

const ELEMENT = 1;
const TEXT = 3;
const NOT_WANTED = new Set(['style', 'link', 'template']);
const ATTRIBUTE_NAME = /^[a-z_][\w.:-]*$/i;

export function toDocument(tree: HtmlRoot): DomDocument {
  const { document }: { document: DomDocument } = parseHTML('<!doctype html><html></html>');
  const html = tree.children.find((node) => isElement(node) && node.tagName === 'html');
  if (isElement(html)) fill(document, document.documentElement, html);
  return document;
}

function fill(document: DomDocument, target: DomElement, source: HtmlElement): void {
  setAttributes(target, source);
  for (const child of source.children) {
    if (child.type === 'text') target.appendChild(document.createTextNode(child.value));
    if (child.type !== 'element' || NOT_WANTED.has(child.tagName)) continue;
    const element = document.createElement(child.tagName);
    fill(document, element, child);
    target.appendChild(element);
  }
}

function setAttributes(target: DomElement, source: HtmlElement): void {
  for (const [property, value] of Object.entries(source.properties)) {
    const name = attributeName(property);
    if (value === undefined || value === null || value === false) continue;
    if (!ATTRIBUTE_NAME.test(name)) continue;
    const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value);
    target.setAttribute(name, text);
  }
}

/** `className` → `class`, `dataLazySrc` → `data-lazy-src`, `itemProp` → `itemprop`. */
function attributeName(property: string): string {
  if (property === 'className') return 'class';
  if (property === 'htmlFor') return 'for';
  if (/^data[A-Z0-9]/.test(property)) {
    return property.replace(/^data(?=\d)/, 'data-').replace(/[A-Z]/g, hyphenated);
  }
  const name = property.toLowerCase();
  return name.replace(/^aria(?=[a-z])/, 'aria-').replace(/^(http)(?=equiv)/, '$1-');
}

function hyphenated(capital: string): string {
  return `-${capital.toLowerCase()}`;
}

export function fromDom(node: DomNode): HtmlContent | null {
  if (node.nodeType === TEXT) return { type: 'text', value: node.nodeValue ?? '' };
  if (node.nodeType !== ELEMENT) return null;
  const children: HtmlContent[] = [];
  for (const each of node.childNodes) {
    const child = fromDom(each);
    if (child !== null) children.push(child);
  }
  return {
    type: 'element',
    tagName: (node.localName ?? 'div').toLowerCase(),
    properties: propertiesOf(node),
    children,
  };
}

const PROPERTY_NAMES: ReadonlyMap<string, string> = new Map([
  ['colspan', 'colSpan'],
  ['rowspan', 'rowSpan'],
  ['srcset', 'srcSet'],
  ['datetime', 'dateTime'],
]);

function propertiesOf(node: DomNode): HtmlElement['properties'] {
  const properties: HtmlElement['properties'] = {};
  for (const { name, value } of node.attributes ?? []) {
    if (name === 'class')
      properties['className'] = value.split(/\s+/).filter((each) => each !== '');
    else properties[propertyName(name)] = value;
  }
  return properties;
}

function propertyName(attribute: string): string {
  const known = PROPERTY_NAMES.get(attribute);
  if (known !== undefined) return known;
  return attribute.startsWith('data-')
    ? attribute.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    : attribute;
}
