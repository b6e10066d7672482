/**
 * Puts a plan into the library: each source's bytes first, then its articles in batches that are
 * written whole or not at all. Interrupted anywhere, the same import again adds what is missing.
 */
import type { ImportResult } from '../../shared/contract.ts';
import type { Article, EarlierVersion } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import type { Core } from '../core.ts';
import type { ArticleWithText } from '../library/library.ts';
import type { Fingerprinted } from '../similar/service.ts';
import type { Draft, DraftArticle, DraftSource } from './draft.ts';
import { describeReadError } from './file-error.ts';
import { knownArticles, type KnownArticles } from './known-articles.ts';
import { createTagIds, type TagIds } from './tag-ids.ts';
import { judgeArticles, type Verdict } from './verdict.ts';
import { createFileContents } from './zip/file-contents.ts';

const BATCH = 200;

export interface CommitOptions {
  leaveOut: ReadonlySet<string>;
  onProgress(done: number, total: number): void;
  signal: AbortSignal;
}

export interface Committed {
  result: ImportResult;
  /** All articles written, reprints too. */
  changedIds: string[];
  tagsMade: number;
}

/** An error that ends the commit comes back beside what was written until then. */
export async function commitDraft(
  core: Core,
  draft: Draft,
  options: CommitOptions,
): Promise<Committed & { error: unknown }> {
  const run = new CommitRun(core, draft, options);
  try {
    await run.all();
    return { ...run.outcome(), error: null };
  } catch (error) {
    return { ...run.outcome(), error };
  } finally {
    run.close();
  }
}

class CommitRun {
  private readonly result: ImportResult;
  private readonly changedIds: string[] = [];
  private readonly known: KnownArticles;
  private readonly tagIds: TagIds;
  /** The ids of added articles by those they were planned with. */
  private readonly ids = new Map<string, string>();
  private readonly total: number;
  /** One time for all of it: sorted by it, a dump keeps its order. */
  private readonly now: string;
  private readonly files = createFileContents();
  private done = 0;

  constructor(
    private readonly core: Core,
    private readonly draft: Draft,
    private readonly options: CommitOptions,
  ) {
    this.known = knownArticles(core.library.articles.all());
    this.now = core.ports.clock.now().toISOString();
    this.tagIds = createTagIds(core);
    this.total = draft.sources.reduce((sum, { articles }) => sum + articles.length, 0);
    const failed = draft.failures.length;
    this.result = { added: 0, updated: 0, unchanged: 0, failed, articleIds: [] };
  }

  outcome(): Committed {
    const { result, changedIds, tagIds } = this;
    return { result, changedIds, tagsMade: tagIds.made };
  }

  close(): void {
    this.files.close();
  }

  async all(): Promise<void> {
    const { library } = this.core;
    const judging = {
      known: this.known,
      markdown: (id: string) => library.articles.markdown(id),
    };
    for (const source of this.draft.sources) {
      const chosen = this.chosen(source);
      const verdicts = await judgeArticles(source.head.sha256, chosen.articles, judging);
      await this.source(chosen, verdicts);
    }
  }

  /** The source without what was left out; reprints go with their parents. */
  private chosen({ head, articles }: DraftSource): DraftSource {
    const { leaveOut } = this.options;
    const kept = articles.filter(
      ({ id, parentId }) => !leaveOut.has(id) && (parentId === null || !leaveOut.has(parentId)),
    );
    const places = new Map(kept.map(({ id }, at) => [id, at]));
    return {
      head,
      articles: kept.map((article) => ({
        ...article,
        parent: article.parentId === null ? null : (places.get(article.parentId) ?? null),
      })),
    };
  }

  private async source(source: DraftSource, verdicts: readonly Verdict[]): Promise<void> {
    const isNew = verdicts.some(({ outcome }) => outcome !== 'unchanged');
    if (isNew && !(await this.keepBytes(source))) {
      this.result.failed += 1;
      return;
    }
    for (let at = 0; at < source.articles.length; at += BATCH) {
      this.options.onProgress(this.done, this.total);
      if (this.options.signal.aborted) {
        throw new LecternError('cancelled', 'The import was cancelled');
      }
      await this.batch(source, verdicts, at);
    }
    this.options.onProgress(this.done, this.total);
  }

  /** False when the file is not what was planned any more; the other sources go on. */
  private async keepBytes({ head }: DraftSource): Promise<boolean> {
    const { library, ports } = this.core;
    if (library.sources.get(head.sha256) !== undefined) return true;
    try {
      await library.sources.put(
        {
          id: head.sha256,
          name: head.name,
          path: head.path,
          bytes: head.bytes,
          format: head.format,
          encoding: head.encoding,
          lines: head.lines,
          layout: head.layout,
          unassigned: head.unassigned.map(({ startLine, endLine }) => ({ startLine, endLine })),
          imported: this.now,
        },
        await this.files.at(head.path),
      );
      return true;
    } catch (error) {
      if (error instanceof LecternError && error.code === 'unwritable') throw error;
      ports.log.warn(`${head.path}: ${describeReadError(error)}`);
      return false;
    }
  }

  private async batch(
    source: DraftSource,
    verdicts: readonly Verdict[],
    from: number,
  ): Promise<void> {
    const entries: (ArticleWithText & Fingerprinted)[] = [];
    const articles = source.articles.slice(from, from + BATCH);
    for (const [offset, draft] of articles.entries()) {
      const verdict = verdicts[from + offset];
      if (verdict === undefined || verdict.outcome === 'unchanged') continue;
      const tags = await this.tagIds.of(draft.tags);
      const parent = draft.parent === null ? undefined : verdicts[draft.parent];
      const article = this.article(source, draft, from + offset, tags, verdict, parent);
      await this.keepImages(draft);
      entries.push({ article, markdown: draft.markdown, fingerprint: draft.fingerprint });
    }
    await this.core.library.articles.put(entries);
    for (const { article } of entries) this.known.learn(article);
    await this.core.similar.learn(entries);
    this.count(articles, verdicts.slice(from, from + BATCH), entries);
    this.done += articles.length;
  }

  /** A text goes without a picture that can't be had any more. */
  private async keepImages({ images }: DraftArticle): Promise<void> {
    const { library, ports } = this.core;
    for (const { name, file } of images) {
      try {
        await library.images.put(name, await this.files.bytes(file));
      } catch (error) {
        if (error instanceof LecternError && error.code === 'unwritable') throw error;
        ports.log.warn(`${file}: ${describeReadError(error)}`);
      }
    }
  }

  private count(
    articles: readonly DraftArticle[],
    verdicts: readonly Verdict[],
    entries: readonly ArticleWithText[],
  ): void {
    const { result } = this;
    for (const [at, { parentId }] of articles.entries()) {
      if (parentId !== null) continue;
      const outcome = verdicts[at]?.outcome;
      if (outcome === 'add') result.added += 1;
      else if (outcome === 'update') result.updated += 1;
      else result.unchanged += 1;
    }
    for (const { article } of entries) {
      this.changedIds.push(article.id);
      if (article.parentId === null) result.articleIds.push(article.id);
    }
  }

  /** Revised, what was planned as a new version of an article can be one of its own. */
  private newId(planned: string): string {
    const taken = this.core.library.articles.get(planned) !== undefined;
    const id = taken ? this.core.ports.ids.next() : planned;
    this.ids.set(planned, id);
    return id;
  }

  private parentId({ parentId }: DraftArticle): string | null {
    return parentId === null ? null : (this.ids.get(parentId) ?? parentId);
  }

  private article(
    { head }: DraftSource,
    draft: DraftArticle,
    order: number,
    tags: string[],
    verdict: Verdict,
    parent: Verdict | undefined,
  ): Article {
    const { parent: _parent, outcome: _outcome, update: _update, ...rest } = draft;
    const { markdown: _markdown, images: _images, fingerprint: _fingerprint, ...read } = rest;
    const { articles } = this.core.library;
    const known = verdict.outcome === 'update' ? articles.require(verdict.known.id) : null;
    return {
      ...read,
      id: known?.id ?? this.newId(draft.id),
      sourceId: head.sha256,
      parentId: parent?.outcome === 'update' ? parent.known.id : this.parentId(draft),
      order,
      version: (known?.version ?? 0) + 1,
      earlier: known === null ? [] : [...known.earlier, toEarlier(known, this.now)],
      state: known?.state ?? 'inbox',
      position: known?.position ?? null,
      tags: [...new Set([...(known?.tags ?? []), ...tags])],
      collections: known?.collections ?? [],
      added: known?.added ?? this.now,
      updated: this.now,
      trashed: known?.trashed ?? null,
    };
  }
}

function toEarlier(article: Article, replaced: string): EarlierVersion {
  const { version, title, sourceId, startLine, endLine, truncated, words, contentHash } = article;
  return {
    version,
    title,
    sourceId,
    startLine,
    endLine,
    truncated,
    words,
    contentHash,
    replaced,
  };
}
