/** Namespaces by the prefixes that everyone knows them by, whatever a file binds them to. */

export type Namespaces = ReadonlyMap<string, string>;

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/www\.w3\.org\/2005\/atom\/?$/i, 'atom'],
  [/^http:\/\/purl\.org\/atom\/ns#?$/i, 'atom'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/i, 'content'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/?$/i, ''],
  [/^http:\/\/my\.netscape\.com\/rdf\/simple\/0\.9\/?$/i, ''],
  [/^http:\/\/backend\.userland\.com\/rss\d*\/?$/i, ''],
  [/^http:\/\/blogs\.law\.harvard\.edu\/tech\/rss\/?$/i, ''],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/i, 'dc'],
  [/^http:\/\/purl\.org\/dc\/terms\/?$/i, 'dcterms'],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#?$/i, 'rdf'],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml\/?$/i, 'xhtml'],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?$/i, 'media'],
  [/^http:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/i, 'itunes'],
  [/^http:\/\/prismstandard\.org\/namespaces\/.*basic\/?$/i, 'prism'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/i, 'excerpt'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/i, 'wp'],
  [/^http:\/\/rssnamespace\.org\/feedburner\/ext\/1\.0$/i, 'feedburner'],
  [/^http:\/\/schemas\.google\.com\/blogger\/2018$/i, 'blogger'],
];

/** Bindings of an element's `xmlns` attributes over those around it. */
export function bindNamespaces(
  around: Namespaces,
  attributes: ReadonlyMap<string, string>,
): Namespaces {
  const bound = [...attributes].filter(([name]) => /^xmlns(?::|$)/.test(name));
  if (bound.length === 0) return around;
  const namespaces = new Map(around);
  for (const [name, uri] of bound) namespaces.set(name.slice('xmlns:'.length), uri.trim());
  return namespaces;
}

/** Prefixes that aren't bound, or to what no one knows, stay as they are written. */
export function canonicalName(written: string, namespaces: Namespaces): string {
  const name = written.toLowerCase();
  const colon = name.indexOf(':');
  const prefix = colon === -1 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const uri = namespaces.get(prefix);
  const known = uri === undefined ? undefined : KNOWN.find(([pattern]) => pattern.test(uri))?.[1];
  const canonical = known ?? prefix;
  return canonical === '' ? local : `${canonical}:${local}`;
}
