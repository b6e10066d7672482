import type { Template } from '../../shared/contract/templates.ts';
import type { Annotation, Article, Settings, Source, Tag } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import type { Sort } from '../../shared/list-view.ts';
import type { Collection, SmartList } from '../../shared/lists.ts';
import type { Rule } from '../../shared/rules.ts';
import type { Ports } from '../ports.ts';
import { AnnotationStore } from './annotation-store.ts';
import { ArticleStore } from './article-store.ts';
import { Catalogue } from './catalogue.ts';
import { Codebook } from './codebook.ts';
import { makeFolder } from './durable-file.ts';
import { ExportStore, type WrittenDocument } from './export-store.ts';
import { ImageStore } from './image-store.ts';
import { LibraryFile } from './library-file.ts';
import { catalogueFolder, lockPath } from './library-paths.ts';
import { CollectionStore, SmartListStore } from './list-store.ts';
import { acquireLock, type Lock } from './lock.ts';
import { RuleStore } from './rule-store.ts';
import { SourceStore } from './source-store.ts';
import type { StoreContext } from './store-context.ts';
import { TemplateStore } from './template-store.ts';
import { clearTemporaryFiles, clearUnfinished, UnfinishedWrites } from './unfinished-writes.ts';
import { verifyLibrary, type LibraryProblem } from './verify.ts';
import { phrase } from '../../shared/messages/phrase.ts';

/** An article with its Markdown body (no front matter). */
export interface ArticleWithText {
  article: Article;
  markdown: string;
}

export interface SourceWithContent {
  source: Source;
  /** Asked for when its turn comes: bytes, or the path of a file to copy. */
  content(): Promise<string | Uint8Array>;
}

export interface FailedSource {
  source: Source;
  error: unknown;
}

/** Reads are from memory unless they are promises; writes resolve when they are durable. */
export interface Library {
  readonly folder: string;
  readonly readOnly: boolean;
  readonly articles: {
    readonly size: number;
    /** Another number whenever any article is another, in anything but where its reader stopped. */
    readonly revision: number;
    get(id: string): Article | undefined;
    /** @throws LecternError not_found */
    require(id: string): Article;
    all(): Iterable<Article>;
    /** Called after every change of an article; undefined for one that was not there, or is not any more. */
    onChange(listener: (before: Article | undefined, after: Article | undefined) => void): void;
    /** All of them; equals stay in the order of their dump, in both directions. */
    sorted(sort: Sort, descending: boolean): readonly Article[];
    ofSource(sourceId: string): Article[];
    /** The articles whose parent it is, in the order of their text. */
    partsOf(id: string): Article[];
    /** How many articles outside the trash have these words, this one too. */
    copies(contentHash: string): number;
    /** Whether any article has, or had in an earlier version, a text from that source. */
    useSource(sourceId: string): boolean;
    /** The article of a page of the web, if there is one outside the trash. */
    byUrl(url: string): Article | undefined;
    byContentHash(hash: string): Article | undefined;
    /** The Markdown body, or that of an earlier version. @throws LecternError not_found, damaged, unreadable */
    markdown(id: string, version?: number): Promise<string>;
    /** Adds or replaces: files first, then one journal line, so all of them or none. */
    put(entries: readonly ArticleWithText[]): Promise<void>;
    /** Replaces metadata alone; one journal line. */
    change(ids: readonly string[], change: (article: Article) => Article): Promise<void>;
    /** For good: out of the catalogue in one journal line, then the files. Parts that stay stand alone. */
    remove(ids: readonly string[]): Promise<void>;
  };
  readonly sources: {
    get(id: string): Source | undefined;
    /** @throws LecternError not_found */
    require(id: string): Source;
    all(): Iterable<Source>;
    /**
     * Records the source and keeps its bytes: those given, or a copy of the file at a path. They must
     * have the source's SHA-256.
     */
    put(source: Source, content: string | Uint8Array): Promise<void>;
    /**
     * The same for many, in one journal line; gives those whose content could not be had or was
     * other bytes, and keeps the rest. @throws LecternError unwritable
     */
    putAll(entries: readonly SourceWithContent[]): Promise<FailedSource[]>;
    /** The imported bytes, as they came. */
    bytes(id: string): Promise<Uint8Array>;
    /** The record and the bytes, for good. */
    remove(id: string): Promise<void>;
  };
  /** What is about to be written, for the next start to clear up should this one not get to it. */
  readonly unfinished: {
    /** The articles and the ids of sources, instead of those before. @throws LecternError unwritable */
    begin(articles: readonly Article[], sources: readonly string[]): Promise<void>;
    /** @throws LecternError unwritable */
    end(): Promise<void>;
  };
  readonly images: {
    /** Keeps an image unless it is there; its bytes must have the name's SHA-256. */
    put(name: string, bytes: Uint8Array): Promise<void>;
  };
  readonly annotations: {
    /** Another number whenever any annotation is another. */
    readonly revision: number;
    all(): Promise<Annotation[]>;
    ofArticle(articleId: string): Promise<Annotation[]>;
    /** @throws LecternError not_found */
    require(id: string): Promise<Annotation>;
    put(annotation: Annotation): Promise<void>;
    /** Changes what is there when it is written. @throws LecternError not_found */
    change(id: string, change: (annotation: Annotation) => Annotation): Promise<Annotation>;
    /** Each article's file is written once. @throws LecternError not_found, before any is changed */
    changeMany(
      ids: readonly string[],
      change: (annotation: Annotation) => Annotation,
    ): Promise<Annotation[]>;
    putMany(annotations: readonly Annotation[]): Promise<void>;
    /** Gives what was removed. @throws LecternError not_found */
    remove(id: string): Promise<Annotation>;
    /** The same for many. @throws LecternError not_found, before any is removed */
    removeMany(ids: readonly string[]): Promise<Annotation[]>;
    /** All of an article. */
    removeOf(articleId: string): Promise<void>;
  };
  readonly tags: {
    all(): Tag[];
    get(id: string): Tag | undefined;
    put(tag: Tag): Promise<void>;
    remove(id: string): Promise<void>;
  };
  /** The user's own, for exports. */
  readonly templates: {
    all(): Template[];
    put(template: Template): Promise<void>;
    remove(id: string): Promise<void>;
  };
  /** For the imports of a site. */
  readonly rules: {
    all(): Rule[];
    put(rule: Rule): Promise<void>;
    remove(id: string): Promise<void>;
  };
  /** What was exported, by document. */
  readonly exports: {
    ids(): Promise<string[]>;
    /** By folder, the one written last first. */
    of(id: string): Promise<readonly WrittenDocument[]>;
    /** Inside `exclusively`, also where the library is open for reading only. */
    put(id: string, written: WrittenDocument): Promise<void>;
    /** One export at a time, of all programs. @throws LecternError locked, unwritable */
    exclusively<T>(work: () => Promise<T>): Promise<T>;
  };
  readonly collections: {
    all(): Collection[];
    get(id: string): Collection | undefined;
    put(collections: readonly Collection[]): Promise<void>;
    /** The collections alone: articles that name them have to be changed before. */
    remove(ids: readonly string[]): Promise<void>;
  };
  readonly smartLists: {
    all(): SmartList[];
    get(id: string): SmartList | undefined;
    put(list: SmartList): Promise<void>;
    remove(id: string): Promise<void>;
  };
  readonly settings: {
    get(): Settings;
    put(settings: Settings): Promise<void>;
  };
  /** What is wrong in the folder, in words; empty when all is well. */
  verify(): Promise<LibraryProblem[]>;
  /** Resolves when all writes are on disk and the lock is released. */
  close(): Promise<void>;
}

/**
 * Makes the folder on first use and holds its lock until `close`. Read-only takes no lock, writes
 * nothing at all, and sees a missing folder as an empty library.
 * @throws LecternError locked, unwritable, unreadable, unsupported
 */
export async function openLibrary(ports: Ports, options: { readOnly: boolean }): Promise<Library> {
  if (options.readOnly) return openStores(ports, null);
  const folder = ports.paths.library;
  await makeFolder(folder);
  const program = `lectern ${ports.desktop.info.host}`;
  const lock = await acquireLock(lockPath(folder), program, ports.clock.now());
  try {
    return await openStores(ports, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openStores(ports: Ports, lock: Lock | null): Promise<Library> {
  const folder = ports.paths.library;
  const readOnly = lock === null;
  let closing: Promise<void> | null = null;
  const context: StoreContext = {
    folder,
    log: ports.log,
    now: () => ports.clock.now(),
    assertWritable() {
      if (readOnly) throw new LecternError('read_only', phrase('error.readOnly'));
      if (closing !== null) throw new LecternError('cancelled', phrase('error.closing'));
    },
  };
  const settings = await LibraryFile.open(context);
  const tags = await Codebook.open(context);
  const templates = await TemplateStore.open(context);
  const rules = await RuleStore.open(context);
  const catalogue = await Catalogue.open({
    folder: catalogueFolder(folder),
    readOnly,
    log: ports.log,
    now: context.now,
  });
  if (!readOnly) await clearTemporaryFiles(folder, ports.log);
  if (!readOnly && catalogue.damage.length === 0) {
    await clearUnfinished(folder, catalogue.data, ports.log);
  }
  const articles = new ArticleStore(catalogue, context);
  const sources = new SourceStore(catalogue, context);
  const images = new ImageStore(context);
  const annotations = new AnnotationStore(context);
  const exports = new ExportStore(context);
  if (!readOnly) await settings.begin();

  async function closeAll(): Promise<void> {
    await Promise.all([
      articles.settled(),
      sources.settled(),
      images.settled(),
      annotations.settled(),
      tags.settled(),
      templates.settled(),
      rules.settled(),
      settings.settled(),
    ]);
    await catalogue.close();
    await lock?.release();
  }

  return {
    folder,
    readOnly,
    articles,
    sources,
    unfinished: new UnfinishedWrites(context),
    images,
    annotations,
    tags,
    templates,
    rules,
    exports,
    collections: new CollectionStore(catalogue, context),
    smartLists: new SmartListStore(catalogue, context),
    settings,
    verify: () => verifyLibrary(context, catalogue),
    close: () => (closing ??= closeAll()),
  };
}
