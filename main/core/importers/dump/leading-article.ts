/** Where separators stand between articles, the first article has none before it. */
import { readHead, titleAfter, type ArticleHead } from './article-head.ts';
import type { DumpText } from './dump-text.ts';
import { endsAsSentence, titleForm } from './title-form.ts';

const LEAST_PROSE = 240;

/** The head of an article that begins the file and ends before `end`; null for a mere preamble. */
export function leadingHead(dump: DumpText, end: number): ArticleHead | null {
  const first = dump.lines[0]?.text === '' ? (dump.next[0] ?? 0) : 0;
  if (first >= end) return null;
  const titleAt = titleAfter(dump, -1) ?? first;
  if (titleAt >= end || titleForm(dump, titleAt) < 0.35) return null;
  let prose = 0;
  for (let at = titleAt + 1; at < end; at += 1) {
    const line = dump.lines[at];
    if (!line) break;
    if (line.width > 60 || endsAsSentence(line.text)) prose += line.width;
    if (prose >= LEAST_PROSE) return readHead(dump, first, titleAt, { limit: end });
  }
  return null;
}
