import type { Article } from '../../shared/entities.ts';
import { toReadingText } from '../../shared/text/reading.ts';
import type { Library } from '../library/library.ts';

export interface ReadingTexts {
  of(article: Article): Promise<string>;
}

/** UTF-16 code units kept: some hundred articles, as many as a page of hits shows. */
const MOST_UNITS = 8_000_000;

/** Reading texts of the articles shown last: while a search is typed, the same ones come again. */
export function createReadingTexts(library: Library): ReadingTexts {
  const kept = new Map<string, string>();
  let units = 0;

  function keep(key: string, text: string): void {
    kept.set(key, text);
    units += text.length;
    for (const [oldest, { length }] of kept) {
      if (units <= MOST_UNITS || oldest === key) break;
      kept.delete(oldest);
      units -= length;
    }
  }

  return {
    async of({ id, version, contentHash }) {
      const key = `${id} ${version} ${contentHash}`;
      const known = kept.get(key);
      const text = known ?? toReadingText(await library.articles.markdown(id));
      // Put last in order, whether it was there or came meanwhile.
      units -= kept.get(key)?.length ?? 0;
      kept.delete(key);
      keep(key, text);
      return text;
    },
  };
}
