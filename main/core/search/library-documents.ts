/** The library's articles as the index takes them, and the revision of each. */
import { createHash } from 'node:crypto';
import type { Annotation, Article } from '../../shared/entities.ts';
import { toReadingText } from '../../shared/text/reading.ts';
import type { Library } from '../library/library.ts';
import type { Log } from '../ports.ts';
import type { SearchDocument } from './search-index.ts';

export interface DocumentSource {
  /** Whether an article belongs in the index: its text stands in no other and it is not trashed. */
  has(id: string): boolean;
  /** Of all articles that belong in the index. */
  revisions(): Promise<Map<string, string>>;
  /**
   * Reads articles in order until about `mostUnits` UTF-16 code units are read. `read` are the
   * ids that were looked at, `stale` the documents whose revision is not the given one.
   */
  read(
    ids: readonly string[],
    known: ReadonlyMap<string, string>,
    mostUnits: number,
  ): Promise<{ read: string[]; stale: SearchDocument[] }>;
}

export function createDocumentSource(library: Library, log: Log): DocumentSource {
  function indexable(id: string): Article | null {
    const article = library.articles.get(id);
    return article === undefined || !belongs(article) ? null : article;
  }

  /** Null when the index has it as it is. */
  async function makeDocument(
    article: Article,
    known: string | undefined,
  ): Promise<SearchDocument | null> {
    const annotations = await library.annotations.ofArticle(article.id);
    const words = wordsAround(library, article, annotations);
    const rev = revisionOf(article, words);
    if (rev === known) return null;
    const markdown = await library.articles.markdown(article.id);
    const { id, title } = article;
    return { id, rev, title, body: toReadingText(markdown), ...words };
  }

  return {
    has: (id) => indexable(id) !== null,
    async revisions() {
      const byArticle = new Map<string, Annotation[]>();
      for (const annotation of await library.annotations.all()) {
        const others = byArticle.get(annotation.articleId);
        if (others === undefined) byArticle.set(annotation.articleId, [annotation]);
        else others.push(annotation);
      }
      const revisions = new Map<string, string>();
      for (const article of library.articles.all()) {
        if (!belongs(article)) continue;
        const words = wordsAround(library, article, byArticle.get(article.id) ?? []);
        revisions.set(article.id, revisionOf(article, words));
      }
      return revisions;
    },
    async read(ids, known, mostUnits) {
      const read: string[] = [];
      const stale: SearchDocument[] = [];
      let units = 0;
      for (const id of ids) {
        if (units >= mostUnits) break;
        read.push(id);
        const article = indexable(id);
        if (article === null) continue;
        // A damaged file keeps its own article from being found, no other.
        const made = await makeDocument(article, known.get(id)).catch((error: unknown) => {
          log.warn(`${id} is not searchable: ${String(error)}`);
          return null;
        });
        if (made === null) continue;
        stale.push(made);
        units += made.body.length;
      }
      return { read, stale };
    },
  };
}

function belongs({ parentId, trashed }: Article): boolean {
  return parentId === null && trashed === null;
}

interface WordsAround {
  notes: string;
  tags: string;
}

/** Order counts in a revision: by id, not as the files happen to lie. */
function wordsAround(
  library: Library,
  article: Article,
  annotations: readonly Annotation[],
): WordsAround {
  const sorted = [...annotations].sort((one, other) => (one.id < other.id ? -1 : 1));
  const notes = sorted.map(({ note }) => note).filter((note) => note !== '');
  const tagIds = new Set([...article.tags, ...sorted.flatMap(({ tags }) => tags)]);
  const names = [...tagIds].map((id) => library.tags.get(id)?.name ?? '');
  return {
    notes: notes.join('\n\n'),
    tags: names
      .filter((name) => name !== '')
      .sort()
      .join('\n'),
  };
}

function revisionOf({ version, contentHash }: Article, { notes, tags }: WordsAround): string {
  const around = notes === '' && tags === '' ? '' : `\n${notes}\n\n${tags}`;
  const words = createHash('sha256').update(contentHash + around);
  return `${version}.${words.digest('hex').slice(0, 16)}`;
}
