/**
 * The fields of an item whose XML is broken: each from its start tag to the next end tag of that
 * name, what is between taken as it stands. Markup that nobody escaped comes through as markup.
 */
import type { XmlElement } from './xml-element.ts';
import { canonicalName, type Namespaces } from './xml-names.ts';

const START_TAG =
  /<([A-Za-z_][\w.-]*(?::[\w.-]+)?)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';
const MOST_FIELDS = 10_000;

/** `text` is one item with its own tags. Null where it has no start tag. */
export function readFields(text: string, namespaces: Namespaces): XmlElement | null {
  const tag = new RegExp(START_TAG);
  const own = tag.exec(text);
  if (own === null) return null;
  const item = elementOf(own, namespaces, []);
  for (let fields = 0; fields < MOST_FIELDS; fields += 1) {
    const start = tag.exec(text);
    if (start === null) break;
    const isEmpty = start[3] === '/';
    const end = isEmpty ? tag.lastIndex : endOfField(text, start[1] ?? '', tag.lastIndex);
    item.children.push(elementOf(start, namespaces, contentOf(text.slice(tag.lastIndex, end))));
    tag.lastIndex = end;
  }
  return item;
}

/** Where the end tag begins; of a field that has none, where the item ends. */
function endOfField(text: string, name: string, from: number): number {
  const endTag = `</${name}>`;
  const section = text
    .slice(from, from + 40)
    .trimStart()
    .startsWith(CDATA)
    ? text.indexOf(CDATA_END, from)
    : -1;
  const end = text.indexOf(endTag, section === -1 ? from : section);
  return end === -1 ? text.length : end;
}

function elementOf(
  match: RegExpExecArray,
  namespaces: Namespaces,
  children: XmlElement['children'],
): XmlElement {
  const attributes = new Map<string, string>();
  for (const [, name = '', quoted, apostrophed] of (match[2] ?? '').matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), unescaped(quoted ?? apostrophed ?? ''));
  }
  return { name: canonicalName(match[1] ?? '', namespaces), attributes, children };
}

function contentOf(raw: string): string[] {
  const start = raw.indexOf(CDATA);
  if (start !== -1) {
    const end = raw.lastIndexOf(CDATA_END);
    const inner = raw.slice(start + CDATA.length, end > start ? end : undefined);
    return [inner.replace(/\]\]>\s*<!\[CDATA\[/g, '').replace(/<\/(?:item|entry)>\s*$/, '')];
  }
  // Escaped once is XML's own escaping; markup as it stands is what the field means.
  return [/&lt;\/?[a-z]/i.test(raw) || !/<[a-z/]/i.test(raw) ? unescaped(raw) : raw];
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
