/**
 * Which words a target is on, of the selectors that other programs nest: a selector that is refined by
 * another, and a range from one quote to another.
 */
import { z } from 'zod';

const text = z.string().nullish().catch(null);
const count = z.number().int().nonnegative().nullish().catch(null);

const selectorSchema = z.looseObject({
  type: text,
  exact: text,
  prefix: text,
  suffix: text,
  start: count,
  end: count,
});
export type Selector = z.infer<typeof selectorSchema>;

const nestedSchema = z.looseObject({
  refinedBy: z.unknown().optional(),
  startSelector: z.unknown().optional(),
  endSelector: z.unknown().optional(),
  /** Of a choice of selectors. */
  items: z.unknown().optional(),
});

/** One or many, in any of these forms; what is no selector is left out. */
export function readSelectors(value: unknown): Selector[] {
  return [value].flat().flatMap((one) => {
    const selector = selectorSchema.safeParse(one);
    const nested = nestedSchema.safeParse(one);
    if (!selector.success || !nested.success) return [];
    const { refinedBy, items } = nested.data;
    // Positions in a part of the text count from the beginning of that part.
    const refined = readSelectors(refinedBy ?? []).filter(({ type }) => !isPosition(type));
    return [
      selector.data,
      ...rangeOfQuotes(nested.data),
      ...refined,
      ...readSelectors(items ?? []),
    ];
  });
}

/** From the first of the words at its start to the first of those at its end, which it leaves out. */
function rangeOfQuotes({ startSelector, endSelector }: z.infer<typeof nestedSchema>): Selector[] {
  const [from, to] = [startSelector, endSelector].map((one) =>
    readSelectors(one ?? []).find(({ exact }) => (exact ?? '') !== ''),
  );
  if (from === undefined || to === undefined) return [];
  return [{ type: QUOTE_RANGE, exact: from.exact, prefix: from.prefix, suffix: to.exact }];
}

/** Lectern's own name for such a range: `exact` is how it begins, `suffix` what stands behind it. */
export const QUOTE_RANGE = 'lectern:QuoteRange';

function isPosition(type: string | null | undefined): boolean {
  return type === 'TextPositionSelector' || type === 'DataPositionSelector';
}
