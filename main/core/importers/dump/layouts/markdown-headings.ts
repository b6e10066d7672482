/** Articles that begin with a Markdown heading of one level, outside code. */
import { readHead, type ArticleHead } from '../article-head.ts';
import type { DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

function headingsByLevel(dump: DumpText): Map<number, number[]> {
  const levels = new Map<number, number[]>();
  for (const [at, line] of dump.lines.entries()) {
    if (!line.heading || line.code || line.indent > 3) continue;
    const lines = levels.get(line.heading.level) ?? [];
    lines.push(at);
    levels.set(line.heading.level, lines);
  }
  return levels;
}

function described(heads: readonly ArticleHead[]): number {
  const dated = heads.filter((head) => head.metaLines.length > 0).length;
  return heads.length === 0 ? 0 : dated / heads.length;
}

const LEAST_DESCRIBED = 0.4;

/** One layout for each level that occurs at least twice. */
export function findMarkdownHeadings(dump: DumpText): Layout[] {
  const levels = headingsByLevel(dump);
  const top = Math.min(...levels.keys());
  const layouts: Layout[] = [];
  for (const [level, lines] of levels) {
    if (lines.length < 2) continue;
    const heads = lines.map((at) => readHead(dump, at, at));
    const share = described(heads);
    // Below the top level a heading is an inner one, unless dates or names stand under most.
    if (level !== top && share < LEAST_DESCRIBED) continue;
    const below = level === top ? 0 : 0.3 - 0.25 * share;
    layouts.push({
      id: 'markdown-headings',
      name: phrase('habit.markdownHeadings', { level }),
      prior: Math.max(0.2, 0.89 - below),
      heads,
      reason: phrase('reason.markdownHeading', { level }),
      contents: null,
    });
  }
  return layouts;
}
