/** Reading texts are made from Markdown once for all that ask for them, and kept while they are in use. */
import { createHash } from 'node:crypto';
import type { Article } from '../../shared/entities.ts';
import { readInParts } from '../../shared/text/reading.ts';
import { takingTurns } from '../taking-turns.ts';
import type { Library } from './library.ts';

export interface ReadingTexts {
  /** As the catalogue knows it: while a search is typed, the same ones come again and no file is read. */
  of(article: Article): Promise<string>;
  /** As its file is now, so that an edit by hand counts. @throws LecternError damaged, unreadable */
  now(articleId: string): Promise<TextNow>;
}

export interface TextNow {
  /** SHA-256 of the Markdown. */
  hash: string;
  text(): Promise<string>;
}

/** UTF-16 code units kept: some hundred articles, as many as a page of hits shows. */
const MOST_UNITS = 8_000_000;
/** UTF-16 code units made between two looks at the time. */
const PART = 20_000;

export function createReadingTexts({ articles }: Pick<Library, 'articles'>): ReadingTexts {
  const kept = new Map<string, { text: Promise<string>; units: number }>();
  let units = 0;

  function keep(key: string, markdown: () => Promise<string>): Promise<string> {
    const known = kept.get(key) ?? { text: markdown().then(toReadingText), units: 0 };
    kept.delete(key);
    kept.set(key, known);
    if (known.units === 0) void known.text.then(count, () => kept.delete(key));
    return known.text;

    function count({ length }: string): void {
      if (known.units > 0 || kept.get(key) !== known) return;
      known.units = length;
      units += length;
      for (const [oldest, { units: freed }] of kept) {
        if (units <= MOST_UNITS || oldest === key) break;
        kept.delete(oldest);
        units -= freed;
      }
    }
  }

  return {
    of({ id, version, contentHash }) {
      return keep(`${id} ${version} ${contentHash}`, () => articles.markdown(id));
    },
    async now(articleId) {
      const markdown = await articles.markdown(articleId);
      const hash = createHash('sha256').update(markdown).digest('hex');
      return { hash, text: () => keep(hash, () => Promise.resolve(markdown)) };
    },
  };
}

/** A long text takes a while: others get their turn in between. */
async function toReadingText(markdown: string): Promise<string> {
  const turn = takingTurns();
  const parts: string[] = [];
  for (const { text } of readInParts(markdown, PART)) {
    await turn();
    parts.push(text);
  }
  return parts.join('');
}
