import { LecternError } from '../../shared/errors.ts';
import type { Draft } from './draft.ts';
import { phrase } from '../../shared/messages/phrase.ts';

/** Each holds what is known of all its articles, and a file with their texts. */
const MOST_PLANS = 4;

export interface PlanStore {
  /** Answers the plan that had to go for it. */
  keep(draft: Draft): Draft | null;
  /** For a look, or a revision. @throws LecternError not_found */
  open(id: string): Draft;
  /** A plan can be taken once. @throws LecternError not_found */
  take(id: string): Draft;
  /** All of them. */
  takeAll(): Draft[];
}

/** Plans between review and commit, in memory; the oldest goes when there are too many. */
export function createPlanStore(): PlanStore {
  const plans = new Map<string, Draft>();

  function open(id: string): Draft {
    const draft = plans.get(id);
    if (draft !== undefined) return draft;
    const message = phrase('error.importGone');
    throw new LecternError('not_found', message);
  }

  return {
    keep(draft) {
      plans.set(draft.id, draft);
      const [oldest] = plans.values();
      if (plans.size <= MOST_PLANS || oldest === undefined) return null;
      plans.delete(oldest.id);
      return oldest;
    },
    open,
    take(id) {
      const draft = open(id);
      plans.delete(id);
      return draft;
    },
    takeAll() {
      const all = [...plans.values()];
      plans.clear();
      return all;
    },
  };
}
