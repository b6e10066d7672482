import { setImmediate } from 'node:timers/promises';
import type { Article } from '../../shared/entities.ts';
import type { Library } from './library.ts';

/** Articles a journal line: many at once must neither block the others nor make one huge line. */
export const ARTICLES_A_TURN = 1000;

/** Changes as many articles as there are, with turns of the event loop between. */
export async function changeInTurns(
  articles: Library['articles'],
  ids: readonly string[],
  by: (article: Article) => Article,
): Promise<void> {
  for (let at = 0; at < ids.length; at += ARTICLES_A_TURN) {
    await articles.change(ids.slice(at, at + ARTICLES_A_TURN), by);
    await setImmediate();
  }
}
