/**
 * The Markdown of a paragraph in which nothing can mean anything: it is the text itself. Most of a
 * dump is of this kind, and the serialiser takes fifty times as long to find that out.
 * Property-tested to write what the serialiser writes.
 */

/** A letter first, so that no list, heading, quote or rule begins; no mark that Markdown knows. */
const PLAIN_LINE = /^\p{L}[\p{L}\p{M}\p{N} ,.;:!?'"()/%$€£§°“”„‘’‚«»‹›…–—-]*$/u;
/** Addresses become links by themselves. */
const ADDRESS = /www\.|:\//i;

/** Lines of one paragraph, which stay lines. Null where the serialiser is needed. */
export function plainMarkdown(lines: readonly string[]): string | null {
  const isPlain = lines.every(
    (line) => PLAIN_LINE.test(line) && !line.endsWith(' ') && !ADDRESS.test(line),
  );
  return isPlain ? lines.join('\\\n') : null;
}
