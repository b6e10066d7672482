import { createHash } from 'node:crypto';
import { LecternError } from '../../../shared/errors.ts';
import type { AreaHandlers } from '../../core.ts';
import { SerialQueue } from '../../library/serial-queue.ts';
import { decodeText } from '../decode.ts';
import { toPlannedSource, type Draft, type DraftSource } from '../draft.ts';
import { describeReadError } from '../file-error.ts';
import type { ReadArticle } from '../import-messages.ts';
import { splitLines } from '../lines.ts';
import type { PlanStore } from '../plan-store.ts';
import { judgeArticles, type VerdictSources } from '../verdict.ts';
import { createFileContents } from '../zip/file-contents.ts';
import { revisableOutline, SourceReview } from './source-review.ts';

/** Longer lines are cut where they are only looked at. In UTF-16 code units. */
const LONGEST_SHOWN = 4000;

interface ReviewNeeds {
  judging: () => VerdictSources;
  nextId: () => string;
}

/** A plan under review: its lines, and what is corrected in them. Nothing is written. */
export function reviewHandlers(
  plans: PlanStore,
  { judging, nextId }: ReviewNeeds,
): Pick<AreaHandlers<'imports'>, 'imports.lines' | 'imports.revise'> {
  /** Of the source that was asked for last: a review stays with one. */
  let last: { source: DraftSource; lines: Promise<string[]> } | null = null;

  function linesOf(source: DraftSource): Promise<string[]> {
    if (last?.source === source) return last.lines;
    const lines = readLines(source);
    last = { source, lines };
    lines.catch(() => {
      if (last?.lines === lines) last = null;
    });
    return lines;
  }

  /** One after another: the list that came last is the one that stays. */
  const queue = new SerialQueue();

  async function reviewOf(draft: Draft, at: number): Promise<SourceReview> {
    const known = draft.reviews.get(at);
    if (known !== undefined) return known;
    const source = sourceAt(draft, at);
    const outline = revisableOutline(source);
    if (outline === null) {
      throw new LecternError('unsupported', `${source.head.name} has no lines to divide`);
    }
    const review = new SourceReview(source, outline, await linesOf(source));
    draft.reviews.set(at, review);
    return review;
  }

  return {
    'imports.lines': async ({ planId, source, startLine, endLine }) => {
      const lines = await linesOf(sourceAt(plans.open(planId), source));
      const shown = lines.slice(Math.max(0, startLine - 1), endLine);
      return { total: lines.length, lines: shown.map(cutLong) };
    },
    'imports.revise': async ({ planId, source, revisions }) => {
      const draft = plans.open(planId);
      const { sha256 } = sourceAt(draft, source).head;
      return queue.run(async () => {
        const review = await reviewOf(draft, source);
        const judge = (articles: readonly ReadArticle[]) =>
          judgeArticles(sha256, articles, judging());
        return toPlannedSource(await review.revise(revisions, { nextId, judge }));
      });
    },
  };
}

function sourceAt({ sources }: Draft, at: number): DraftSource {
  const source = sources[at];
  if (source === undefined) throw new LecternError('not_found', `The import has no source ${at}`);
  return source;
}

/** The lines that the importer read. @throws LecternError unreadable */
async function readLines({ head }: DraftSource): Promise<string[]> {
  const bytes = await bytesOf(head);
  if (createHash('sha256').update(bytes).digest('hex') !== head.sha256) {
    throw new LecternError('unreadable', `${head.name} changed after it was read: import it again`);
  }
  return splitLines(decodeText(bytes, head.encoding).text.normalize('NFC'));
}

async function bytesOf({ path, name }: DraftSource['head']): Promise<Uint8Array> {
  const files = createFileContents();
  try {
    return await files.bytes(path);
  } catch (error) {
    throw new LecternError('unreadable', `${name}: ${describeReadError(error)}`);
  } finally {
    files.close();
  }
}

function cutLong(line: string): string {
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN)}…`;
}
