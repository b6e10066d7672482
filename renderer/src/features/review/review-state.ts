/**
 * The import under review: the plan as it is revised, where one is in it, and what can be taken
 * back. It outlives its screen, so that a look into the library loses no work.
 */
import { create } from 'zustand';
import type { ImportPlan, PlannedSource } from '../../../../main/shared/contract.ts';
import type { Revision } from '../../../../main/shared/revisions.ts';
import type { NewRule } from '../../../../main/shared/rules.ts';
import { call } from '../../api/client.ts';
import type { GivenPaths } from '../../state/view.ts';

interface Change {
  source: number;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
}

export type ReviewPane = 'file' | 'articles';

interface Review {
  plan: ImportPlan | null;
  /** What was read for it. */
  given: GivenPaths | null;
  /** Place of the source that is looked at. */
  at: number;
  /** The line that is looked at, from 1. */
  line: number;
  sort: 'file' | 'unsure';
  renaming: boolean;
  /** Which one is shown where there is room for one only. */
  pane: ReviewPane;
  /** Articles left out of sources that can't be revised. */
  leftOut: ReadonlySet<string>;
  done: readonly Change[];
  undone: readonly Change[];
}

const START = {
  given: null,
  at: 0,
  line: 1,
  sort: 'file',
  renaming: false,
  pane: 'articles',
  leftOut: new Set<string>(),
  done: [],
  undone: [],
} satisfies Partial<Review>;

export const useReview = create<Review>()(() => ({ ...START, plan: null }));

const { getState, setState } = useReview;

/** Does nothing when the plan is under review already. */
export function startReview(plan: ImportPlan, given: GivenPaths | null): void {
  if (getState().plan?.id === plan.id) return;
  setState({ ...START, plan, given, line: firstLine(plan, 0) });
}

export function endReview(): void {
  setState({ ...START, plan: null });
}

export function showSource(at: number): void {
  const { plan } = getState();
  if (plan?.sources[at] === undefined) return;
  setState({ at, line: firstLine(plan, at), renaming: false });
}

export function showLine(line: number): void {
  setState({ line, renaming: false });
}

function firstLine({ sources }: ImportPlan, at: number): number {
  return sources[at]?.articles[0]?.startLine ?? 1;
}

/** One after another: each revision is made on what the one before gave. */
let last: Promise<unknown> = Promise.resolve();

function inTurn(task: () => Promise<void>): Promise<void> {
  const result = last.then(task);
  last = result.catch(() => {});
  return result;
}

/** Corrects the source that is looked at. Rejects, and changes nothing, where that can't be. */
export function revise(...added: readonly Revision[]): Promise<void> {
  const source = getState().at;
  return inTurn(async () => {
    const before = sourceAt(source).revisions;
    const after = [...before, ...added];
    await layOver(source, after);
    remember({
      source,
      undo: () => layOver(source, before),
      redo: () => layOver(source, after),
    });
  });
}

/** Corrects the source that is looked at by the rules for its site, but for some. */
export function applyRules(except: readonly string[]): Promise<void> {
  const source = getState().at;
  return inTurn(async () => {
    const before = sourceAt(source).revisions;
    await layRules(source, except);
    const after = sourceAt(source).revisions;
    remember({
      source,
      undo: () => layOver(source, before),
      redo: () => layOver(source, after),
    });
  });
}

/** Keeps what was corrected as a rule and lets it do the rest here; taken back, it is no rule. */
export function keepRule(wanted: NewRule, except: readonly string[]): Promise<void> {
  const source = getState().at;
  return inTurn(async () => {
    const before = sourceAt(source).revisions;
    const rule = await call('rules.create', wanted);
    await layRules(source, except);
    const after = sourceAt(source).revisions;
    const lay = async (revisions: Revision[]) => {
      await layRules(source, except);
      await layOver(source, revisions);
    };
    remember({
      source,
      undo: () => call('rules.delete', { id: rule.id }).then(() => lay(before)),
      redo: () => call('rules.restore', { rule }).then(() => lay(after)),
    });
  });
}

/** Leaves an article out, or takes it after all, where its lines can't be revised. */
export function toggleLeftOut(id: string): Promise<void> {
  const source = getState().at;
  const toggle = async () => {
    setState(({ leftOut }) => {
      const next = new Set(leftOut);
      if (!next.delete(id)) next.add(id);
      return { leftOut: next };
    });
  };
  return inTurn(async () => {
    await toggle();
    remember({ source, undo: toggle, redo: toggle });
  });
}

export function undoRevision(): Promise<void> {
  return inTurn(async () => {
    const change = getState().done.at(-1);
    if (change === undefined) return;
    await change.undo();
    setState(({ done, undone }) => ({
      at: change.source,
      done: done.slice(0, -1),
      undone: [...undone, change],
    }));
  });
}

export function redoRevision(): Promise<void> {
  return inTurn(async () => {
    const change = getState().undone.at(-1);
    if (change === undefined) return;
    await change.redo();
    setState(({ done, undone }) => ({
      at: change.source,
      done: [...done, change],
      undone: undone.slice(0, -1),
    }));
  });
}

function remember(change: Change): void {
  setState(({ done }) => ({ done: [...done, change], undone: [] }));
}

function sourceAt(at: number): PlannedSource {
  const source = getState().plan?.sources[at];
  if (source === undefined) throw new Error(`The import has no source ${at}`);
  return source;
}

function layOver(source: number, revisions: Revision[]): Promise<void> {
  return put(source, (planId) => call('imports.revise', { planId, source, revisions }));
}

function layRules(source: number, except: readonly string[]): Promise<void> {
  return put(source, (planId) =>
    call('imports.applyRules', { planId, source, except: [...except] }),
  );
}

async function put(source: number, ask: (planId: string) => Promise<PlannedSource>): Promise<void> {
  const { plan } = getState();
  if (plan === null) return;
  const revised = await ask(plan.id);
  setState((review) =>
    review.plan?.id === plan.id
      ? { plan: { ...review.plan, sources: review.plan.sources.with(source, revised) } }
      : {},
  );
}
