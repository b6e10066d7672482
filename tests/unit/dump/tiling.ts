import { expect } from 'vitest';
import type { DumpSplit, LineRange } from '../../../main/core/importers/dump/split.ts';

/** Expects that every line is in exactly one top-level article or unassigned range. */
export function expectTiling(split: DumpSplit, lines: number): void {
  const ranges: LineRange[] = [
    ...split.articles.filter((article) => article.parent === null),
    ...split.unassigned,
  ]
    .map(({ startLine, endLine }) => ({ startLine, endLine }))
    .sort((one, other) => one.startLine - other.startLine);
  let next = 1;
  for (const range of ranges) {
    expect(range.startLine).toBe(next);
    expect(range.endLine).toBeGreaterThanOrEqual(range.startLine);
    next = range.endLine + 1;
  }
  expect(next).toBe(lines + 1);
  for (const article of split.articles) {
    for (const body of article.bodyLines) {
      expect(body.startLine).toBeGreaterThanOrEqual(article.startLine);
      expect(body.endLine).toBeLessThanOrEqual(article.endLine);
      expect(body.endLine).toBeGreaterThanOrEqual(body.startLine);
    }
    if (article.parent === null) continue;
    const parent = split.articles[article.parent];
    expect(parent?.parent).toBeNull();
    expect(article.startLine).toBeGreaterThan(parent?.startLine ?? Infinity);
    expect(article.endLine).toBeLessThanOrEqual(parent?.endLine ?? 0);
  }
}
