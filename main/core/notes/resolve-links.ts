import type { MethodOutput, ParsedInput } from '../../shared/contract.ts';
import type { Core } from '../core.ts';

type Resolved = MethodOutput<'notes.resolve'>['links'][number];

/** What links of notes lead to now; in the order asked for. */
export async function resolveLinks(
  { library }: Core,
  { links }: ParsedInput<'notes.resolve'>,
): Promise<{ links: Resolved[] }> {
  const wanted = new Set(links.flatMap(({ kind, id }) => (kind === 'note' ? [id] : [])));
  const annotations =
    wanted.size === 0 ? [] : (await library.annotations.all()).filter(({ id }) => wanted.has(id));
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  return {
    links: links.map(({ kind, id }) => {
      const annotation = kind === 'note' ? byId.get(id) : undefined;
      const article = library.articles.get(kind === 'note' ? (annotation?.articleId ?? '') : id);
      if (article === undefined) return { kind, id, to: null };
      const name = annotation === undefined ? article.title : annotation.target.quote.exact;
      const to = { articleId: article.id, name, trashed: article.trashed !== null };
      return { kind, id, to };
    }),
  };
}
