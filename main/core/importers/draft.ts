/** A plan as the core keeps it until its commit: with the texts, which the answer leaves out. */
import type { ImportPlan, PlannedArticle, PlannedSource, Problem } from '../../shared/contract.ts';
import type { SourceHead } from './import-messages.ts';
import type { KeptText, KeptTexts } from './kept-texts.ts';
import type { KnownArticle } from './known-articles.ts';
import type { KeptArticle, ReadFiles } from './planner.ts';
import { revisableOutline, type RevisedSource, type SourceReview } from './revise/source-review.ts';
import { judgeArticles, shownOutcome, type Verdict, type VerdictSources } from './verdict.ts';

export interface DraftArticle extends KeptArticle {
  /** The id that it will have, or has already. */
  id: string;
  parentId: string | null;
  outcome: PlannedArticle['outcome'];
  update: PlannedArticle['update'];
}

export interface DraftSource {
  head: SourceHead;
  articles: DraftArticle[];
}

export interface Draft {
  id: string;
  /** As they were found. */
  sources: DraftSource[];
  /** What was revised of them since, by place in `sources`. */
  reviews: Map<number, SourceReview>;
  texts: KeptTexts;
  failures: Problem[];
}

export async function draftImport(
  id: string,
  files: ReadFiles,
  kept: KeptTexts,
  judging: VerdictSources,
  nextId: () => string,
  onProgress: (done: number, total: number) => void,
): Promise<Draft> {
  const taken = new Set<string>();
  const sources: DraftSource[] = [];
  const texts = new Map<string, KeptText>();
  const added = new Set<string>();
  /** Later files of one import are judged as if the earlier ones were in the library. */
  const here = {
    known: judging.known,
    turns: judging.turns,
    encodingOf: judging.encodingOf,
    isHere: (known: string) => added.has(known),
    markdown: async (known: string) => texts.get(known)?.read() ?? judging.markdown(known),
  };
  const total = files.sources.reduce((sum, { articles }) => sum + articles.length, 0);
  let done = 0;
  for (const { head, articles } of files.sources) {
    onProgress(done, total);
    done += articles.length;
    await judging.turns();
    const verdicts = await judgeArticles(head, articles, here);
    const ids = verdicts.map((verdict) => idFor(verdict, taken, nextId));
    const drafted = articles.map((article, at) => draftArticle(article, at));
    sources.push({ head, articles: drafted });
    for (const [at, article] of drafted.entries()) {
      const verdict = verdicts[at];
      if (verdict === undefined || verdict.outcome === 'unchanged') continue;
      const learned = knownAfter(article, head.sha256, verdict);
      texts.set(learned.id, article.text);
      if (verdict.outcome === 'add') added.add(learned.id);
      here.known.learn(learned);
    }

    function draftArticle(article: KeptArticle, at: number): DraftArticle {
      return {
        ...article,
        id: ids[at] ?? nextId(),
        parentId: article.parent === null ? null : (ids[article.parent] ?? null),
        ...shownOutcome(verdicts[at]),
      };
    }
  }
  const shown = new Set(
    files.sources.flatMap(({ articles }) =>
      articles.flatMap(({ images }) => images.map(({ file }) => file)),
    ),
  );
  // Folders name some at once and others as they are read; an image that a page shows is none.
  const failed = files.failures.filter(({ path }) => !shown.has(path));
  const failures = failed.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  return { id, sources, failures, reviews: new Map(), texts: kept };
}

/** The article as it will be known when it is in the library. */
function knownAfter(article: DraftArticle, sourceId: string, verdict: Verdict): KnownArticle {
  const { id, parentId, title, url, truncated, contentHash, startLine, endLine } = article;
  const known = verdict.outcome === 'update' ? verdict.known : null;
  return {
    id: known?.id ?? id,
    parentId: known?.parentId ?? parentId,
    title,
    url,
    truncated,
    contentHash,
    sourceId,
    startLine,
    endLine,
    earlier: known === null ? [] : [...known.earlier, known],
  };
}

/** Known articles keep their id; no id twice in a plan. */
function idFor(verdict: Verdict, taken: Set<string>, nextId: () => string): string {
  const known =
    verdict.outcome === 'add' ? null : verdict.outcome === 'update' ? verdict.known.id : verdict.id;
  const id = known === null || taken.has(known) ? nextId() : known;
  taken.add(id);
  return id;
}

export function toImportPlan({ id, sources, failures, reviews }: Draft): ImportPlan {
  return {
    id,
    sources: sources.map((source, at) =>
      toPlannedSource(
        reviews.get(at)?.current() ?? { source, revisions: [], leftOut: [], rules: [] },
      ),
    ),
    failures,
  };
}

export function toPlannedSource({
  source,
  revisions,
  leftOut,
  rules,
}: RevisedSource): PlannedSource {
  return {
    ...source.head,
    articles: source.articles.map((article) => toPlannedArticle(article)),
    revisable: revisableOutline(source) !== null,
    revisions,
    rules,
    leftOut,
  };
}

function toPlannedArticle(article: DraftArticle): PlannedArticle {
  const { parent: _parent, tags: _tags, text: _text, images: _images, ...shown } = article;
  const { contentHash: _hash, length: _length, fingerprint: _fingerprint, ...planned } = shown;
  return planned;
}
