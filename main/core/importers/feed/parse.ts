/** From the lines of an XML feed to its head and its items, each of them read when it is asked for. */
import type { FormatProblem } from '../converted.ts';
import { itemText, splitItems, type ItemRange } from './xml-items.ts';
import { readItem, readPieces, type XmlError } from './read-xml.ts';
import { childNamed, type XmlElement } from './xml-element.ts';
import type { Namespaces } from './xml-names.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

export interface ParsedXmlFeed {
  /** `rss`, `rdf:rdf`, `atom:feed`, or what else the root is; null without one. */
  kind: string | null;
  /** The element that holds what is said of the whole feed. */
  head: XmlElement;
  items: ItemRange[];
  namespaces: Namespaces;
  /** Of the file outside its items. */
  problems: FormatProblem[];
}

export interface ParsedItem {
  element: XmlElement;
  problems: FormatProblem[];
  isDamaged: boolean;
}

export function parseXmlFeed(lines: readonly string[]): ParsedXmlFeed {
  const { items, rest } = splitItems(lines);
  const { root, namespaces, errors } = readPieces(rest, new Map());
  const empty: XmlElement = { name: '', attributes: new Map(), children: [] };
  return {
    kind: root?.name ?? null,
    head: root === null ? empty : (childNamed(root, 'channel') ?? root),
    items,
    namespaces: withChannel(namespaces, root),
    problems: headProblems(errors, items.at(-1), lines.length),
  };
}

/** Some exporters bind their prefixes on the channel. */
function withChannel(namespaces: Namespaces, root: XmlElement | null): Namespaces {
  const channel = root === null ? null : childNamed(root, 'channel');
  const bound = [...(channel?.attributes ?? [])].filter(([name]) => name.startsWith('xmlns:'));
  const own = bound.map(([name, uri]): [string, string] => [name.slice('xmlns:'.length), uri]);
  return new Map([...namespaces, ...own]);
}

const CUT_OFF = /unclosed tag|unexpected end/;

/** A file that ends within an item is reported with that. */
function headProblems(
  errors: readonly XmlError[],
  lastItem: ItemRange | undefined,
  lastLine: number,
): FormatProblem[] {
  const error = errors.find(
    ({ message }) => lastItem?.isClosed !== false || !CUT_OFF.test(message),
  );
  if (error === undefined) return [];
  if (CUT_OFF.test(error.message)) {
    return [{ line: lastLine, message: phrase('problem.xmlIncomplete') }];
  }
  const message = phrase('problem.xmlOutside', { error: error.message });
  return [{ line: error.line, message }];
}

/** Null for an item that holds nothing at all. */
export function parseItem(
  lines: readonly string[],
  range: ItemRange,
  namespaces: Namespaces,
): ParsedItem | null {
  const { root, errors } = readItem(itemText(lines, range), range.startLine, namespaces);
  if (root === null) return null;
  const problems = itemProblems(range, errors);
  return { element: root, problems, isDamaged: problems.length > 0 };
}

function itemProblems(range: ItemRange, errors: readonly XmlError[]): FormatProblem[] {
  if (!range.isClosed) {
    const message = phrase('problem.itemNotClosed');
    return [{ line: range.startLine, message }];
  }
  // A name that XML doesn't know is read all the same.
  const error = errors.find(({ message }) => !/undefined entity/.test(message));
  if (error === undefined) return [];
  const message = phrase('problem.xmlHere', { error: error.message });
  return [{ line: error.line, message }];
}
