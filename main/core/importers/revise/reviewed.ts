import type { Draft, DraftSource } from '../draft.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

/**
 * A plan as its review left it, for the commit. The lines of an article that is left out belong to
 * no article.
 */
export function reviewed(
  { reviews, ...draft }: Draft,
  leaveOut: readonly string[],
): { draft: Draft; leftOut: ReadonlySet<string> } {
  const current = draft.sources.map(
    (source, at) => reviews.get(at)?.current() ?? { source, leftOut: [] },
  );
  const leftOut = new Set([...leaveOut, ...current.flatMap((source) => source.leftOut)]);
  const sources = current.map(({ source }) => withLeftOut(source, leftOut));
  return { draft: { ...draft, sources, reviews }, leftOut };
}

function withLeftOut({ head, articles }: DraftSource, leftOut: ReadonlySet<string>): DraftSource {
  const left = articles.flatMap(({ id, parentId, startLine, endLine }) =>
    leftOut.has(id) && parentId === null && startLine !== null && endLine !== null
      ? [{ startLine, endLine, reason: phrase('unassigned.leftOut') }]
      : [],
  );
  if (left.length === 0) return { head, articles };
  const unassigned = [...head.unassigned, ...left];
  unassigned.sort((one, other) => one.startLine - other.startLine);
  return { head: { ...head, unassigned }, articles };
}
