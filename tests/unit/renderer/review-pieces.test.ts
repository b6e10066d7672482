import { describe, expect, it } from 'vitest';
import type { PlannedArticle, PlannedSource } from '../../../main/shared/contract.ts';
import {
  isUnsure,
  nextPiece,
  pieceAt,
  piecesOf,
  totalsOf,
} from '../../../renderer/src/features/review/pieces.ts';

function article(id: string, startLine: number, endLine: number, more: Partial<PlannedArticle>) {
  return { id, startLine, endLine, parentId: null, confidence: 0.95, ...more } as PlannedArticle;
}

const SOURCE = {
  articles: [
    article('a', 3, 20, {}),
    article('b', 9, 20, { parentId: 'a' }),
    article('c', 22, 40, { confidence: 0.5 }),
    article('d', 41, 60, { confidence: 0.6 }),
  ],
  unassigned: [
    { startLine: 1, endLine: 2, reason: 'preamble of the file' },
    { startLine: 21, endLine: 21, reason: 'separator' },
  ],
} as unknown as PlannedSource;

describe('the pieces of a planned source', () => {
  const pieces = piecesOf(SOURCE);

  it('stand in the order of the file, articles counted from 1, reprints inside theirs', () => {
    expect(pieces.map(({ startLine, number }) => [startLine, number])).toEqual([
      [1, 0],
      [3, 1],
      [21, 0],
      [22, 2],
      [41, 3],
    ]);
    expect(pieces[1]?.sections.map(({ id }) => id)).toEqual(['b']);
  });

  it('are found by any of their lines', () => {
    expect(pieceAt(pieces, 20)?.article?.id).toBe('a');
    expect(pieceAt(pieces, 21)?.reason).toBe('separator');
    expect(pieceAt(pieces, 61)).toBeUndefined();
  });

  it('are gone through by what asks for a look, round and round', () => {
    expect(nextPiece(pieces, 1, isUnsure)?.startLine).toBe(22);
    expect(nextPiece(pieces, 22, isUnsure)?.startLine).toBe(41);
    expect(nextPiece(pieces, 41, isUnsure)?.startLine).toBe(22);
  });

  it('are summed up', () => {
    expect(totalsOf(SOURCE)).toEqual({ articles: 3, unsure: 2, unassignedLines: 3 });
  });
});
