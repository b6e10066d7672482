/**
 * What committing each article of a source would do. The plan shows it, the commit asks again.
 * Known articles are told by what they say, not by their file: first those whose words are the
 * same, then, among the rest, texts that are the same article as one of the library, completed or
 * changed. Inside one source nothing is a version of anything else: likeness there is legitimate.
 */
import type { PlannedArticle, Update } from '../../shared/contract.ts';
import { wordDiff, countChangedWords } from '../../shared/text/word-diff.ts';
import { toReadingText } from '../../shared/text/reading.ts';
import { comparableText } from '../library/comparable-text.ts';
import { titleKey, type KnownArticle, type KnownArticles } from './known-articles.ts';
import type { KeptArticle } from './planner.ts';
import { relate, type ComparedText } from './same-article.ts';
import { shinglesOf } from './shingles.ts';
import type { Turns } from './turns.ts';

export type Verdict =
  | { outcome: 'add' }
  /** `id` of the known article; null for a second copy inside the source itself. */
  | { outcome: 'unchanged'; id: string | null }
  | { outcome: 'update'; known: KnownArticle; update: Update };

/** A verdict as the plan says it. */
export function shownOutcome(
  verdict: Verdict | undefined,
): Pick<PlannedArticle, 'outcome' | 'update'> {
  const outcome = verdict?.outcome ?? 'add';
  return { outcome, update: verdict?.outcome === 'update' ? verdict.update : null };
}

/** What a verdict asks of an article. */
export type JudgedArticle = Pick<
  KeptArticle,
  'title' | 'url' | 'truncated' | 'contentHash' | 'startLine' | 'parent' | 'text'
>;

/** Each costs a file: "News in brief" may stand in a library a thousand times. */
const MOST_CANDIDATES = 8;

export interface VerdictSources {
  known: KnownArticles;
  /** The Markdown of a known article. */
  markdown(id: string): Promise<string>;
  turns: Turns;
  /** Whether an article was brought by this very import. */
  isHere(id: string): boolean;
  /** In which encoding a source was read that the library has. */
  encodingOf(sourceId: string): string | undefined;
}

/** Where the articles come from. */
export interface JudgedSource {
  sha256: string;
  encoding: string;
}

/** One verdict an article, in order. Parents stand before their children. */
export async function judgeArticles(
  { sha256, encoding }: JudgedSource,
  articles: readonly JudgedArticle[],
  sources: VerdictSources,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = articles.map(() => ({ outcome: 'add' }));
  const before = sources.encodingOf(sha256) ?? encoding;
  /** The known article that begins at the same line of the same bytes. */
  const atLine = ({ startLine }: JudgedArticle) => sources.known.atLine(sha256, startLine);
  const reread = before === encoding ? null : atLine;
  const left = judgeSame(articles, sources.known, reread === null ? atLine : null, verdicts);
  await judgeVersions(left, articles, { ...sources, reread }, verdicts);
  const taken = new Set<string>();
  for (const [at, article] of articles.entries()) {
    const parent = article.parent === null ? undefined : verdicts[article.parent];
    if (parent === undefined) continue;
    verdicts[at] = await judgeReprint(article, parent, taken, { ...sources, reread });
  }
  return verdicts;
}

type AtLine = (article: JudgedArticle) => KnownArticle | undefined;

/** `reread`: by line, where the same bytes were read in another encoding before; else null. */
type Rereading = VerdictSources & { reread: AtLine | null };

/** Settles what has the words of a known article; gives the places of the others. */
function judgeSame(
  articles: readonly JudgedArticle[],
  known: KnownArticles,
  atLine: AtLine | null,
  verdicts: Verdict[],
): number[] {
  const left: number[] = [];
  const seen = new Set<string>();
  for (const [at, article] of articles.entries()) {
    const { parent, contentHash } = article;
    if (parent !== null) continue;
    // The same lines of the same bytes: split otherwise today, but not new.
    const same = known.byHash(contentHash) ?? atLine?.(article);
    if (same !== undefined) verdicts[at] = { outcome: 'unchanged', id: same.id };
    else if (seen.has(contentHash)) verdicts[at] = { outcome: 'unchanged', id: null };
    else left.push(at);
    seen.add(contentHash);
  }
  return left;
}

/** Above all likeness: the text is another because its letters were others. */
const MISREAD = 3;

interface Claim {
  at: number;
  known: KnownArticle;
  relation: NonNullable<ReturnType<typeof relate>>;
}

/** The likest pairs first; a known article is that of one article of the source at most. */
async function judgeVersions(
  left: readonly number[],
  articles: readonly JudgedArticle[],
  sources: Rereading,
  verdicts: Verdict[],
): Promise<void> {
  const taken = new Set<string>();
  for (const verdict of verdicts) {
    if (verdict.outcome === 'unchanged' && verdict.id !== null) taken.add(verdict.id);
  }
  const claims: Claim[] = [];
  for (const at of left) {
    await sources.turns();
    const article = articles[at];
    if (article !== undefined) claims.push(...(await claimsOf(at, article, taken, sources)));
  }
  claims.sort((a, b) => b.relation.likeness - a.relation.likeness || a.at - b.at);
  const settled = new Set<number>();
  for (const { at, known, relation } of claims) {
    const article = articles[at];
    if (article === undefined || settled.has(at) || taken.has(known.id)) continue;
    settled.add(at);
    taken.add(known.id);
    verdicts[at] =
      relation.kind === 'teaser'
        ? { outcome: 'unchanged', id: known.id }
        : await updateOf(known, article, relation.kind, sources);
  }
}

async function claimsOf(
  at: number,
  article: JudgedArticle,
  taken: ReadonlySet<string>,
  { known, markdown, reread }: Rereading,
): Promise<Claim[]> {
  const { title, url } = article;
  const misread = reread?.(article);
  if (misread !== undefined && misread.startLine === article.startLine) {
    return [{ at, known: misread, relation: { kind: 'changed', likeness: MISREAD } }];
  }
  const free = new Map<string, KnownArticle>();
  for (const candidates of [url === null ? [] : known.addressed(url), known.titled(title)]) {
    for (const candidate of candidates) {
      if (free.size >= MOST_CANDIDATES) break;
      if (!taken.has(candidate.id)) free.set(candidate.id, candidate);
    }
  }
  if (free.size === 0) return [];
  const text = comparedText(article, await article.text.read());
  const claims: Claim[] = [];
  for (const candidate of free.values()) {
    const relation = relate(comparedText(candidate, await markdown(candidate.id)), text);
    if (relation !== null) claims.push({ at, known: candidate, relation });
  }
  return claims;
}

function comparedText(
  { title, url, truncated }: Pick<KnownArticle, 'title' | 'url' | 'truncated'>,
  markdown: string,
): ComparedText {
  const text = toReadingText(markdown);
  return { title: titleKey(title), url, truncated, text, shingles: shinglesOf(text) };
}

async function updateOf(
  known: KnownArticle,
  article: JudgedArticle,
  kind: Update['kind'],
  { markdown, isHere }: VerdictSources,
): Promise<Verdict> {
  const before = comparableText(known.title, await markdown(known.id));
  const after = comparableText(article.title, await article.text.read());
  const { removed, added } = countChangedWords(wordDiff(before, after));
  return {
    outcome: 'update',
    known,
    update: { kind, words: Math.max(removed, added), here: isHere(known.id) },
  };
}

/** A reprint stands in its parent's text: it is new, or another, where that is. */
async function judgeReprint(
  article: JudgedArticle,
  parent: Verdict,
  taken: Set<string>,
  sources: Rereading,
): Promise<Verdict> {
  if (parent.outcome === 'add') return parent;
  const parentId = parent.outcome === 'update' ? parent.known.id : parent.id;
  const all = parentId === null ? [] : [...sources.known.partsOf(parentId)];
  const parts = all.filter(({ id }) => !taken.has(id));
  const same = parts.find(({ contentHash }) => contentHash === article.contentHash);
  if (same !== undefined) {
    taken.add(same.id);
    return { outcome: 'unchanged', id: same.id };
  }
  if (parent.outcome === 'unchanged') return { outcome: 'unchanged', id: null };
  const titled = parts.find(({ title, startLine }) =>
    sources.reread === null
      ? titleKey(title) === titleKey(article.title)
      : startLine === article.startLine,
  );
  if (titled === undefined) return { outcome: 'add' };
  taken.add(titled.id);
  const kind = titled.truncated && !article.truncated ? 'completed' : 'changed';
  return updateOf(titled, article, kind, sources);
}
