/** Takes the number off titles that count through the file, whatever layout found them. */
import type { ArticleHead } from './article-head.ts';
import type { DumpText } from './dump-text.ts';

const LEAST_SHARE = 0.8;

export function withoutNumbers(dump: DumpText, heads: readonly ArticleHead[]): ArticleHead[] {
  let [last, rising] = [0, 0];
  for (const head of heads) {
    const number = dump.lines[head.titleAt]?.ordinal?.number ?? 0;
    if (number > last && number <= last + 2) {
      rising += 1;
      last = number;
    }
  }
  if (rising < 2 || rising < heads.length * LEAST_SHARE) return [...heads];
  return heads.map((head) => {
    const title = dump.lines[head.titleAt]?.ordinal?.title;
    return title === undefined ? head : { ...head, title: title.replace(/^\*\*|\*\*$/gu, '') };
  });
}
