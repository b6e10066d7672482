import type { MethodOutput } from '../../shared/contract.ts';
import type { Article } from '../../shared/entities.ts';
import type { Core } from '../core.ts';

/**
 * The notes on an article as a whole become its note. What was written here after them stays; of
 * several each is kept, in a paragraph of its own.
 */
export async function takeArticleNotes(
  { library, ports, emit }: Core,
  article: Article,
  notes: readonly { note: string; written: string | null }[],
  result: MethodOutput<'interchange.import'>,
): Promise<void> {
  const [only] = notes;
  if (only === undefined) return;
  const note = [...new Set(notes.map((one) => one.note))].join('\n\n');
  const written = notes.reduce((latest, one) => laterOf(latest, one.written), only.written);
  const isOlder = article.noted !== null && (written === null || written <= article.noted);
  if (article.note !== '' && (note === article.note || isOlder)) return;
  const noted = written ?? ports.clock.now().toISOString();
  await library.articles.change([article.id], (present) => ({ ...present, note, noted }));
  result.articleNotes.push({ articleId: article.id, before: article.note, after: note });
  emit('articles.marked', { ids: [article.id] });
}

function laterOf(one: string | null, other: string | null): string | null {
  return (one ?? '') >= (other ?? '') ? one : other;
}
