/** Which lines of a file a unit takes. */
import type { LocatedUnit } from './locate.ts';

/** As it was written, with nothing of the user's in it. */
export function standsAlone(located: LocatedUnit): boolean {
  const [first, last] = extentOf(located);
  const own = located.parts.flatMap(({ span }) => (span === null ? 0 : span.last - span.first + 1));
  const lines = own.reduce((sum, count) => sum + count, 0);
  return lines === last - first + 1 && located.parts.every(({ intact }) => intact);
}

/** Indexes of its first and its last line. */
export function extentOf({ parts }: LocatedUnit): [first: number, last: number] {
  const spans = parts.flatMap(({ span }) => (span === null ? [] : [span]));
  return [Math.min(...spans.map(({ first }) => first)), Math.max(...spans.map(({ last }) => last))];
}
