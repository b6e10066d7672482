/** Rows on the screen: articles, and where the list is grouped a heading before each group. */
import type { MethodOutput } from '../../../../main/shared/contract.ts';

export type ListGroup = MethodOutput<'articles.list'>['groups'][number];

export interface RowLayout {
  /** Of rows, headings with them. */
  count: number;
  /** What a row shows: a heading, or an article by its place in the list. */
  at(row: number): { group: ListGroup } | { index: number };
  /** The row of an article. */
  rowOf(index: number): number;
  /** The row of the last heading that is not below a row; null where there is none. */
  headingAbove(row: number): number | null;
}

/** `groups` are in order and begin with the first article; none where the list isn't grouped. */
export function layoutRows(total: number, groups: readonly ListGroup[]): RowLayout {
  // Heading n stands before all rows of its group and after the n headings before it.
  const headings = groups.map(({ start }, n) => start + n);
  const starts = groups.map(({ start }) => start);
  const headingAbove = (row: number) => lastNotAbove(headings, row);
  return {
    count: total + groups.length,
    at(row) {
      const n = headingAbove(row);
      const group = n === null ? undefined : groups[n];
      if (n !== null && group !== undefined && headings[n] === row) return { group };
      return { index: row - (n === null ? 0 : n + 1) };
    },
    rowOf(index) {
      const n = lastNotAbove(starts, index);
      return index + (n === null ? 0 : n + 1);
    },
    headingAbove(row) {
      const n = headingAbove(row);
      return n === null ? null : (headings[n] ?? null);
    },
  };
}

/** The place of the last number that is not greater, in ascending numbers. */
function lastNotAbove(ascending: readonly number[], wanted: number): number | null {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : low - 1;
}
