/**
 * Puts a plan into the library, a group of sources at a time, so that many small ones share their
 * writes: the sources' bytes first, then their articles in batches that are written whole or not at
 * all. Interrupted anywhere, the same import again adds what is missing.
 */
import type { ImportResult } from '../../shared/contract.ts';
import type { Article } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import type { Core } from '../core.ts';
import type { ArticleWithText } from '../library/library.ts';
import { mapBounded } from '../library/map-bounded.ts';
import type { Fingerprinted } from '../similar/service.ts';
import { articleRecord } from './article-record.ts';
import { chosenOf } from './chosen.ts';
import type { Draft, DraftArticle, DraftSource } from './draft.ts';
import { describeReadError } from './file-error.ts';
import type { KeptText } from './kept-texts.ts';
import type { KnownArticles } from './known-articles.ts';
import { sourceOf } from './source-record.ts';
import { createTagIds, type TagIds } from './tag-ids.ts';
import { assertWanted, takingTurns, type Turns } from './turns.ts';
import { judgeArticles, type Verdict } from './verdict.ts';
import { createFileContents } from './zip/file-contents.ts';
import { ENGLISH } from '../../shared/messages/translator.ts';

/** Articles that are written together. */
const BATCH = 400;
const TEXTS_AT_ONCE = 16;

/** An article of the plan with what becomes of it; no entry where the library has it already. */
interface Judged {
  draft: DraftArticle;
  verdict: Verdict;
  entry: Fingerprinted | null;
}

interface JudgedSource {
  head: DraftSource['head'];
  articles: Judged[];
}

export interface CommitOptions {
  leaveOut: ReadonlySet<string>;
  onProgress(done: number, total: number, bytes: number, totalBytes: number): void;
  signal: AbortSignal;
}

export interface Committed {
  result: ImportResult;
  /** All articles written, reprints too. */
  changedIds: string[];
  tagsMade: number;
}

/** `knownNow` is what the library has. An error that ends the commit comes back beside what was written until then. */
export async function commitDraft(
  core: Core,
  draft: Draft,
  knownNow: () => KnownArticles,
  options: CommitOptions,
): Promise<Committed & { error: unknown }> {
  const run = new CommitRun(core, draft, knownNow, options);
  try {
    await run.all();
    return { ...run.outcome(), error: null };
  } catch (error) {
    return { ...run.outcome(), error };
  } finally {
    await run.close();
  }
}

class CommitRun {
  private readonly result: ImportResult;
  private readonly changedIds = new Set<string>();
  /** Another text of what this import has added is no update of the library. */
  private readonly addedIds = new Set<string>();
  private known: KnownArticles;
  private readonly tagIds: TagIds;
  /** The ids of added articles by those they were planned with. */
  private readonly ids = new Map<string, string>();
  private readonly total: number;
  private readonly totalBytes: number;
  private readonly turns: Turns;
  /** One time for all of it: sorted by it, a dump keeps its order. */
  private readonly now: string;
  private readonly files = createFileContents();
  private done = 0;
  private bytes = 0;
  /** Whether files to be written were announced. */
  private begun = false;

  constructor(
    private readonly core: Core,
    private readonly draft: Draft,
    private readonly knownNow: () => KnownArticles,
    private readonly options: CommitOptions,
  ) {
    this.known = knownNow();
    this.now = core.ports.clock.now().toISOString();
    this.tagIds = createTagIds(core);
    this.turns = takingTurns(options.signal);
    this.total = draft.sources.reduce((sum, { articles }) => sum + articles.length, 0);
    this.totalBytes = draft.sources.reduce((sum, { articles }) => sum + sizeOf(articles), 0);
    const failed = draft.failures.length;
    this.result = { added: 0, updated: 0, unchanged: 0, failed, articleIds: [] };
  }

  outcome(): Committed {
    const { result, changedIds, tagIds } = this;
    return { result, changedIds: [...changedIds], tagsMade: tagIds.made };
  }

  async close(): Promise<void> {
    this.files.close();
    if (!this.begun) return;
    await this.core.library.unfinished.end().catch((error: unknown) => {
      this.core.ports.log.warn(ENGLISH.say(describeReadError(error)));
    });
  }

  async all(): Promise<void> {
    let waiting = this.draft.sources.map((source) => chosenOf(source, this.options.leaveOut));
    while (waiting.length > 0) {
      const group = await this.judge(waiting);
      this.goOn();
      const heads = this.headsOf(group);
      await this.begin(group, heads);
      const failed = await this.keepBytes(heads);
      if (failed.size === 0) {
        await this.write(group.flatMap(({ articles }) => articles));
        waiting = waiting.slice(group.length);
        continue;
      }
      // What the others were judged by won't be there: once more, without those.
      this.result.failed += failed.size;
      this.known = this.knownNow();
      waiting = waiting.filter(({ head }) => !failed.has(head));
    }
  }

  /** The first sources, as many as are written together. */
  private async judge(waiting: readonly DraftSource[]): Promise<JudgedSource[]> {
    const { articles, sources } = this.core.library;
    const texts = new Map<string, KeptText>();
    const judging = {
      known: this.known,
      turns: this.turns,
      isHere: (id: string) => this.addedIds.has(id),
      encodingOf: (id: string) => sources.get(id)?.encoding,
      markdown: async (id: string) => texts.get(id)?.read() ?? articles.markdown(id),
    };
    const group: JudgedSource[] = [];
    let count = 0;
    for (const source of waiting) {
      await this.turns();
      const verdicts = await judgeArticles(source.head, source.articles, judging);
      // A new version of what is only about to be written comes after that.
      if (verdicts.some((one) => one.outcome === 'update' && texts.has(one.known.id))) break;
      const judged = source.articles.map((draft, at) => this.judged(source, draft, at, verdicts));
      group.push({ head: source.head, articles: judged });
      for (const { draft, entry } of judged) {
        if (entry === null) continue;
        this.known.learn(entry.article);
        texts.set(entry.article.id, draft.text);
      }
      count += judged.length;
      if (count >= BATCH || group.length >= BATCH) break;
    }
    return group;
  }

  private judged(
    source: DraftSource,
    draft: DraftArticle,
    at: number,
    verdicts: readonly Verdict[],
  ): Judged {
    const verdict = verdicts[at] ?? { outcome: 'add' };
    if (verdict.outcome === 'unchanged') return { draft, verdict, entry: null };
    const parent = draft.parent === null ? undefined : verdicts[draft.parent];
    const article = this.article(source, draft, at, verdict, parent);
    return { draft, verdict, entry: { article, fingerprint: draft.fingerprint } };
  }

  /** The sources that the library lacks, or has read in another encoding, by id. */
  private headsOf(group: readonly JudgedSource[]): Map<string, DraftSource['head']> {
    const heads = new Map<string, DraftSource['head']>();
    for (const { head, articles } of group) {
      const isNew = articles.some(({ entry }) => entry !== null);
      if (!isNew || heads.has(head.sha256)) continue;
      const known = this.core.library.sources.get(head.sha256);
      if (known?.encoding !== head.encoding) heads.set(head.sha256, head);
    }
    return heads;
  }

  private async begin(
    group: readonly JudgedSource[],
    heads: ReadonlyMap<string, unknown>,
  ): Promise<void> {
    const entries = group.flatMap(({ articles }) => articles.flatMap(({ entry }) => entry ?? []));
    if (entries.length + heads.size === 0) return;
    this.begun = true;
    const articles = entries.map(({ article }) => article);
    await this.core.library.unfinished.begin(articles, [...heads.keys()]);
  }

  /** Gives those whose file is not what was planned any more; the other sources go on. */
  private async keepBytes(
    heads: ReadonlyMap<string, DraftSource['head']>,
  ): Promise<Set<DraftSource['head']>> {
    const { library, ports } = this.core;
    const failed = await library.sources.putAll(
      [...heads.values()].map((head) => ({
        source: sourceOf(head, this.now),
        content: () => this.files.at(head.path),
      })),
    );
    for (const { source, error } of failed) {
      ports.log.warn(`${source.path}: ${describeReadError(error)}`);
    }
    return new Set(failed.flatMap(({ source }) => heads.get(source.id) ?? []));
  }

  private async write(articles: readonly Judged[]): Promise<void> {
    for (let at = 0; at < articles.length; at += BATCH) {
      if (at > 0) this.goOn();
      await this.batch(articles.slice(at, at + BATCH));
    }
    this.tell();
  }

  /** @throws LecternError cancelled */
  private goOn(): void {
    this.tell();
    assertWanted(this.options.signal);
  }

  private tell(): void {
    this.options.onProgress(this.done, this.total, this.bytes, this.totalBytes);
  }

  private async batch(articles: readonly Judged[]): Promise<void> {
    const entries: (ArticleWithText & Fingerprinted)[] = [];
    const written = articles.filter(({ entry }) => entry !== null);
    const texts = await mapBounded(written, TEXTS_AT_ONCE, ({ draft }) => draft.text.read());
    for (const [at, { draft, entry }] of written.entries()) {
      if (entry === null) continue;
      const markdown = texts[at] ?? '';
      const made = await this.tagIds.of(draft.tags);
      const tags = [...new Set([...entry.article.tags, ...made])];
      await this.keepImages(draft);
      entries.push({ ...entry, markdown, article: { ...entry.article, tags } });
    }
    await this.core.library.articles.put(entries);
    await this.core.similar.learn(entries);
    this.count(articles, entries);
    this.done += articles.length;
    this.bytes += sizeOf(articles.map(({ draft }) => draft));
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

  private count(articles: readonly Judged[], entries: readonly ArticleWithText[]): void {
    const { result } = this;
    for (const { draft, verdict, entry } of articles) {
      if (draft.parentId !== null) continue;
      if (verdict.outcome === 'add') {
        result.added += 1;
        if (entry !== null) this.addedIds.add(entry.article.id);
      } else if (verdict.outcome === 'update' && !this.addedIds.has(verdict.known.id)) {
        result.updated += 1;
      } else result.unchanged += 1;
    }
    for (const { article } of entries) {
      if (article.parentId === null && !this.changedIds.has(article.id)) {
        result.articleIds.push(article.id);
      }
      this.changedIds.add(article.id);
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
    verdict: Verdict,
    parent: Verdict | undefined,
  ): Article {
    const { articles } = this.core.library;
    const known = verdict.outcome === 'update' ? articles.require(verdict.known.id) : null;
    return articleRecord(draft, {
      known,
      id: known?.id ?? this.newId(draft.id),
      parentId: parent?.outcome === 'update' ? parent.known.id : this.parentId(draft),
      sourceId: head.sha256,
      order,
      now: this.now,
    });
  }
}

function sizeOf(articles: readonly DraftArticle[]): number {
  return articles.reduce((sum, { text }) => sum + text.bytes, 0);
}
