import type { MethodOutput } from '../../../shared/contract.ts';
import { LecternError } from '../../../shared/errors.ts';
import type { Revision } from '../../../shared/revisions.ts';
import type { Rule } from '../../../shared/rules.ts';
import type { AreaHandlers } from '../../core.ts';
import { SerialQueue } from '../../library/serial-queue.ts';
import { toPlannedSource, type Draft } from '../draft.ts';
import type { PlanStore } from '../plan-store.ts';
import { applyRules } from '../rules/apply-rules.ts';
import { foldLines } from '../rules/match-lines.ts';
import { hasLine, isOfSite, sitesOf } from '../rules/sites.ts';
import { suggestRules } from '../rules/suggest.ts';
import { takingTurns, type Turns } from '../turns.ts';
import { judgeArticles, type JudgedArticle, type VerdictSources } from '../verdict.ts';
import { applyRevision } from './apply-revision.ts';
import { openReviews, sourceAt } from './open-reviews.ts';
import type { Outline } from './outline.ts';
import { revisableOutline, type ReviewPorts, type SourceReview } from './source-review.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

/** Longer lines are cut where they are only looked at. In UTF-16 code units. */
const LONGEST_SHOWN = 4000;

interface ReviewNeeds {
  judging: (turns: Turns) => VerdictSources;
  nextId: () => string;
  /** All there are. */
  rules: () => readonly Rule[];
}

type ReviewMethod = 'imports.lines' | 'imports.revise' | 'imports.applyRules';

export interface Reviews {
  handlers: Pick<AreaHandlers<'imports'>, ReviewMethod>;
  /** Corrects all sources of a new plan by the rules for their sites. */
  applyRules(draft: Draft, turns: Turns): Promise<void>;
  suggest(planId: string, at: number): Promise<MethodOutput<'rules.suggest'>>;
}

/** A plan under review: its lines, and what is corrected in them. Nothing is written. */
export function createReviews(plans: PlanStore, { judging, nextId, rules }: ReviewNeeds): Reviews {
  const reviews = openReviews();
  /** One after another: the list that came last is the one that stays. */
  const queue = new SerialQueue();

  function portsFor({ texts }: Draft, { base }: SourceReview, turns: Turns): ReviewPorts {
    const judge = (articles: readonly JudgedArticle[]) =>
      judgeArticles(base.head, articles, judging(turns));
    return { nextId, judge, keep: (markdown) => texts.keep(markdown) };
  }

  /** The rules for the site of a source that are on; its lines are read only where they can tell. */
  async function rulesFor(draft: Draft, at: number): Promise<Rule[]> {
    const source = sourceAt(draft, at);
    const found: Rule[] = [];
    for (const rule of rules()) {
      if (!rule.on) continue;
      const { site } = rule;
      const known = isOfSite(source, site);
      const fits = known ?? (site.by === 'line' && hasLine(await reviews.lines(source), site.like));
      if (fits) found.push(rule);
    }
    return found;
  }

  /** Lays the rules over what was found, and what was corrected by hand over them. */
  async function ruled(
    draft: Draft,
    at: number,
    { except, turns }: { except: ReadonlySet<string>; turns: Turns },
  ) {
    const wanted = await rulesFor(draft, at);
    const review = await reviews.review(draft, at);
    const lines = foldLines(review.lines);
    const used = wanted.filter(({ id }) => !except.has(id));
    const { outline, revisions, ...made } = applyRules(review.outline, lines, used);
    const byHand = review.current().revisions.filter(({ by }) => by === undefined);
    await review.revise(
      [...revisions, ...fitting(outline, byHand)],
      portsFor(draft, review, turns),
    );
    return review.setRules(
      wanted.map((rule) => {
        const alone = except.has(rule.id);
        const { changes, passedOver } = alone ? applyRules(review.outline, lines, [rule]) : made;
        const nth = alone ? 0 : used.indexOf(rule);
        const { id, name } = rule;
        return { id, name, changes: changes[nth] ?? 0, passedOver: passedOver[nth] ?? 0 };
      }),
    );
  }

  return {
    handlers: {
      'imports.lines': async ({ planId, source, startLine, endLine }) => {
        const lines = await reviews.lines(sourceAt(plans.open(planId), source));
        const shown = lines.slice(Math.max(0, startLine - 1), endLine);
        return { total: lines.length, lines: shown.map(cutLong) };
      },
      'imports.revise': async ({ planId, source, revisions }) => {
        const draft = plans.open(planId);
        sourceAt(draft, source);
        return queue.run(async () => {
          const review = await reviews.review(draft, source);
          return toPlannedSource(
            await review.revise(revisions, portsFor(draft, review, unstopped())),
          );
        });
      },
      'imports.applyRules': async ({ planId, source, except }) => {
        const draft = plans.open(planId);
        sourceAt(draft, source);
        const how = { except: new Set(except), turns: unstopped() };
        return queue.run(async () => toPlannedSource(await ruled(draft, source, how)));
      },
    },
    async applyRules(draft, turns) {
      if (!rules().some(({ on }) => on)) return;
      for (const [at, source] of draft.sources.entries()) {
        await turns();
        if (revisableOutline(source) === null) continue;
        try {
          if ((await rulesFor(draft, at)).length > 0) {
            await ruled(draft, at, { except: new Set(), turns });
          }
        } catch (error) {
          if (!(error instanceof LecternError) || error.code === 'cancelled') throw error;
          const message = phrase('problem.rulesFailed', { error: error.phrase });
          source.head.problems.push({ path: source.head.path, line: null, message });
        }
      }
    },
    async suggest(planId, at) {
      const draft = plans.open(planId);
      const review = await reviews.review(draft, at);
      const { revisions } = review.current();
      return {
        sites: sitesOf(review.base, review.lines),
        suggestions: suggestRules(review.outline, revisions, foldLines(review.lines)),
      };
    },
  };
}

/** A correction by hand is short. */
function unstopped(): Turns {
  return takingTurns(new AbortController().signal);
}

/** Those that still say something: what a rule did already needs no hand. */
function fitting(found: Outline, revisions: readonly Revision[]): Revision[] {
  let outline = found;
  return revisions.filter((revision) => {
    try {
      outline = applyRevision(outline, revision);
      return true;
    } catch {
      return false;
    }
  });
}

function cutLong(line: string): string {
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN)}…`;
}
