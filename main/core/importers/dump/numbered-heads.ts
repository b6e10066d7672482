/** Takes off titles what the file adds to all of them: numbers, and where and when they appeared. */
import type { ArticleHead } from './article-head.ts';
import { findDate } from './calendar-date.ts';
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

/** "(The Harbour Gazette, 4 March 2019)" at the end of a title. */
const CITED = /^(.{4,}\S)\s*[([（【]([^()[\]（）【】]{4,90})[)\]）】]$/u;

export function withoutCitations(heads: readonly ArticleHead[]): ArticleHead[] {
  const cited = heads.map(({ title }) => {
    const match = CITED.exec(title);
    return match?.[1] && findDate(match[2] ?? '')?.day != null ? match[1] : null;
  });
  const many = cited.filter((title) => title !== null).length;
  if (many < 3 || many < heads.length * LEAST_SHARE) return [...heads];
  return heads.map((head, i) => ({ ...head, title: cited[i] ?? head.title }));
}
