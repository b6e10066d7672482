/** What committing each article of a source would do. The plan shows it, the commit asks again. */
import type { Article } from '../../shared/entities.ts';
import { toReadingText } from '../../shared/text/reading.ts';
import type { ReadArticle } from './import-messages.ts';
import type { KnownArticles } from './known-articles.ts';
import { completesTeaser } from './teaser-completion.ts';

export type Verdict =
  | { outcome: 'add' }
  /** `id` of the known article, where it is one of the library. */
  | { outcome: 'unchanged'; id: string | null }
  | { outcome: 'update'; known: Article };

/** Each costs a file: "News in brief" may stand in a library a thousand times. */
const MOST_CANDIDATES = 8;

export interface VerdictSources {
  known: KnownArticles;
  /** The Markdown of a known article. */
  markdown(id: string): Promise<string>;
}

/** One verdict an article, in order. Parents stand before their children. */
export async function judgeArticles(
  sourceId: string,
  articles: readonly ReadArticle[],
  sources: VerdictSources,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const article of articles) {
    const parent = article.parent === null ? undefined : verdicts[article.parent];
    verdicts.push(
      parent === undefined
        ? await judgeArticle(sourceId, article, sources)
        : judgeReprint(article, parent, sources.known),
    );
  }
  return verdicts;
}

/** A reprint stands in its parent's text: it is new where that is. */
function judgeReprint(article: ReadArticle, parent: Verdict, known: KnownArticles): Verdict {
  if (parent.outcome === 'add') return parent;
  const parentId = parent.outcome === 'update' ? parent.known.id : parent.id;
  const same = parentId === null ? undefined : known.reprint(parentId, article.contentHash);
  if (same !== undefined) return { outcome: 'unchanged', id: same.id };
  return parent.outcome === 'update' ? { outcome: 'add' } : { outcome: 'unchanged', id: null };
}

async function judgeArticle(
  sourceId: string,
  article: ReadArticle,
  sources: VerdictSources,
): Promise<Verdict> {
  const { known } = sources;
  const same = known.byHash(article.contentHash);
  if (same !== undefined) return { outcome: 'unchanged', id: same.id };
  // The same lines of the same bytes: split otherwise today, but not new.
  const before = known.atLine(sourceId, article.startLine);
  if (before !== undefined) return { outcome: 'unchanged', id: before.id };
  known.learn(article.contentHash, null);
  return judgeTeaser(article, sources);
}

/** A teaser and its full text are one article, whichever came first. */
async function judgeTeaser(
  article: ReadArticle,
  { known, markdown }: VerdictSources,
): Promise<Verdict> {
  for (const candidate of known.titled(article.title).slice(0, MOST_CANDIDATES)) {
    if (!article.truncated && !candidate.truncated) continue;
    const knownText = toReadingText(await markdown(candidate.id));
    const text = toReadingText(article.markdown);
    if (candidate.truncated && completesTeaser(knownText, text)) {
      return { outcome: 'update', known: candidate };
    }
    if (article.truncated && completesTeaser(text, knownText)) {
      return { outcome: 'unchanged', id: candidate.id };
    }
  }
  return { outcome: 'add' };
}
