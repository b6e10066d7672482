/** What the commands of a review do at the line that is looked at. */
import type { PlannedArticle, PlannedSource } from '../../../../main/shared/contract.ts';
import { useCommands, type CommandTable } from '../../commands/registry.ts';
import { isUnsure, nextPiece, pieceAt, type ReviewPiece } from './pieces.ts';
import {
  redoRevision,
  revise,
  showLine,
  showSource,
  toggleLeftOut,
  undoRevision,
  useReview,
} from './review-state.ts';

export async function setTaken(
  { id, startLine }: PlannedArticle,
  revisable: boolean,
  take: boolean,
): Promise<void> {
  if (!revisable) await toggleLeftOut(id);
  else if (startLine !== null) await revise({ kind: take ? 'take' : 'leaveOut', line: startLine });
}

interface Under {
  source: PlannedSource | undefined;
  pieces: readonly ReviewPiece[];
  leftOut: ReadonlySet<string>;
}

export function useReviewCommands({ source, pieces, leftOut }: Under): void {
  const revisable = source?.revisable === true;
  const line = () => useReview.getState().line;
  const piece = () => pieceAt(pieces, line());
  const section = () => piece()?.sections.find(({ startLine }) => startLine === line());
  const go = (found: ReviewPiece | undefined) => {
    if (found !== undefined) showLine(found.startLine);
  };
  const onArticle = (run: (piece: ReviewPiece & { article: PlannedArticle }) => unknown) => ({
    run: () => {
      const here = piece();
      if (here?.article != null) return run({ ...here, article: here.article });
    },
    when: () => revisable && piece()?.article != null,
  });
  const move = async (from: number, by: number) => {
    await revise({ kind: 'move', line: from, to: from + by });
    showLine(from + by);
  };
  const at = () => useReview.getState().at;

  const table: CommandTable = {
    'review.split': {
      run: () => revise({ kind: 'split', line: line() }),
      when: () => revisable,
    },
    'review.merge': onArticle(async ({ startLine }) => {
      await revise({ kind: 'merge', line: section()?.startLine ?? startLine });
    }),
    'review.section': onArticle(({ startLine }) => {
      const inside = section();
      return inside?.startLine == null
        ? revise({ kind: 'section', line: startLine })
        : revise({ kind: 'split', line: inside.startLine });
    }),
    'review.rename': onArticle(() => useReview.setState({ renaming: true, pane: 'articles' })),
    'review.earlier': onArticle(({ startLine }) => move(startLine, -1)),
    'review.later': onArticle(({ startLine }) => move(startLine, 1)),
    'review.leaveOut': {
      run: () => {
        const here = piece()?.article;
        if (here != null) return setTaken(here, revisable, leftOut.has(here.id));
      },
      when: () => piece()?.article != null,
    },
    'review.dropLine': onArticle(() =>
      revise({ kind: 'drop', startLine: line(), endLine: line() }),
    ),
    'review.nextUnsure': {
      run: () => go(nextPiece(pieces, line(), isUnsure)),
      when: () => pieces.some(isUnsure),
    },
    'review.nextUnassigned': {
      run: () => go(nextPiece(pieces, line(), ({ article }) => article === null)),
      when: () => pieces.some(({ article }) => article === null),
    },
    'review.nextSource': () => showSource(at() + 1),
    'review.previousSource': () => showSource(at() - 1),
    'edit.undo': { run: undoRevision, when: () => useReview.getState().done.length > 0 },
    'edit.redo': { run: redoRevision, when: () => useReview.getState().undone.length > 0 },
  };
  useCommands(table);
}
