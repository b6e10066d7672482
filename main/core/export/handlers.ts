import { join } from 'node:path';
import type { MethodOutput, ParsedInput } from '../../shared/contract.ts';
import type { TemplateText } from '../../shared/contract/templates.ts';
import type { Annotation, Article } from '../../shared/entities.ts';
import { phraseOf } from '../../shared/errors.ts';
import { phrase } from '../../shared/messages/phrase.ts';
import { visibleAnnotations } from '../annotations/visible.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { unreadable, unwritable } from '../library/file-error.ts';
import { SerialQueue } from '../library/serial-queue.ts';
import type { Unit } from './document.ts';
import { fileNames, nameWithId } from './file-names.ts';
import { BY_TAG_ID, tagDocument } from './markdown-by-tag.ts';
import { fromFileLinks, toFileLinks, type Linked } from './note-links.ts';
import { compareAge, gatherNotes, type ArticleNotes } from './notes.ts';
import {
  planExport,
  type ExportFailure,
  type ExportPlan,
  type NamedDocument,
  type PlannedFile,
} from './plan-export.ts';
import { presentNames } from './present-names.ts';
import { TargetFolder } from './target-folder.ts';
import { openTemplate, type Renderer } from './templates/documents.ts';
import { requireTemplate } from './templates/handlers.ts';

/** Of a template that is being written. */
const MOST_PREVIEWED = 25;

/** How often files that change meanwhile are read again. */
const MOST_ATTEMPTS = 3;

const BY_TAG_TITLE = 'Notes by tag';

type Request = ParsedInput<'export.preview'>;
type Conflicts = MethodOutput<'export.markdown'>['conflicts'];
type GroupBy = Request['groupBy'];

interface Rendered {
  documents: NamedDocument[];
  linked: Linked;
}

type LinkedPlan = ExportPlan & Pick<Rendered, 'linked'>;

/** Exports run one after another: each builds on what the one before has written. */
export function exportHandlers(core: Core): AreaHandlers<'export'> {
  const { library, anchoring } = core;
  const exports = new SerialQueue();

  async function documents(target: TargetFolder, request: Request): Promise<Rendered> {
    const { groupBy } = request;
    const renderer = openTemplate(templateOf(request), library.settings.get().highlightColors);
    const names = fileNames([...library.articles.all()].sort(compareAge));
    const visible = await anchoring.freshen(await visibleAnnotations(library));
    const noted = [...library.articles.all()].filter(({ note }) => note !== '');
    const hasLinks = [...visible, ...noted].some(({ note }) => note.includes('[['));
    const linkNames = hasLinks ? await namesInLinks(names, target, request) : names;
    const linked = linkedBy(visible, linkNames, templateOf(request));
    const all = gatherNotes({
      annotations: visible.map((annotation) => ({
        ...annotation,
        note: toFileLinks(annotation.note, linked),
      })),
      noted,
      article: (id) => withFileLinks(library.articles.get(id), linked),
      source: (id) => library.sources.get(id),
      tag: (id) => library.tags.get(id),
    });
    // What is being written is seen in some files; all would take long at every stroke.
    const entries = request.draft === undefined ? all : all.slice(0, MOST_PREVIEWED);
    if (groupBy === 'article') {
      return { linked, documents: entries.map((entry) => byArticle(entry, names, renderer)) };
    }
    return { linked, documents: entries.length === 0 ? [] : [byTag(entries, renderer)] };
  }

  /** Obsidian's links follow a file that its user renames; Logseq's pages keep their titles. */
  function namesInLinks(
    names: ReadonlyMap<string, string>,
    target: TargetFolder,
    request: Request,
  ) {
    return templateOf(request).links === 'logseq' ? names : presentNames(names, target, library);
  }

  function templateOf({ draft, template }: Request): TemplateText {
    return draft ?? requireTemplate(library, template);
  }

  function linkedBy(
    annotations: readonly Annotation[],
    files: ReadonlyMap<string, string>,
    { links }: TemplateText,
  ): Linked {
    const articles = [...library.articles.all()].filter(({ trashed }) => trashed === null);
    return {
      files,
      articles: new Map(articles.map((article) => [article.id, article])),
      annotations: new Map(annotations.map((annotation) => [annotation.id, annotation])),
      style: links,
    };
  }

  /** Notes of files with their links as they are written in Lectern. */
  function conflictsOf({ documents: planned, linked }: LinkedPlan): Conflicts {
    return planned.flatMap(({ conflicts }) =>
      conflicts.map(({ id, path, annotationId, articleId, part, file, note, lectern }) => ({
        id,
        path,
        annotationId,
        articleId,
        part,
        file,
        note: note === null ? null : fromFileLinks(note, linked),
        lectern,
      })),
    );
  }

  async function plan(target: TargetFolder, request: Request): Promise<LinkedPlan> {
    const rendered = await documents(target, request);
    const existing = new Set((await library.annotations.all()).map(({ id }) => id));
    const planned = await planExport(library, {
      target,
      documents: rendered.documents,
      isGone: (id) => request.draft === undefined && isGone(id, request.groupBy),
      markOf: ({ annotationId }: Unit) =>
        existing.has(annotationId ?? '')
          ? '*(No longer under this tag in Lectern.)*'
          : '*(Deleted in Lectern.)*',
      meaningOf: (note) => fromFileLinks(note, rendered.linked),
      overwrite: new Set(request.overwrite),
    });
    return { ...planned, linked: rendered.linked };
  }

  /** What lies in the trash may come back: its notes stay as they were written. */
  function isGone(documentId: string, groupBy: GroupBy): boolean {
    if ((documentId === BY_TAG_ID) !== (groupBy === 'tag')) return false;
    return (library.articles.get(documentId)?.trashed ?? null) === null;
  }

  async function write(request: Request): Promise<MethodOutput<'export.markdown'>> {
    const { out } = request;
    const target = new TargetFolder(out);
    await target.make();
    const written = new Set<string>();
    for (let attempt = 1; ; attempt += 1) {
      const planned = await plan(new TargetFolder(out), request).catch((error: unknown) => {
        throw unwritable(out, error);
      });
      const { failed, stale } = await writeFiles(target, planned.files, written);
      // Files first: should it end in between, what they have is what would be written.
      const left = new Set([...failed.map(({ path }) => path), ...stale]);
      for (const { id, paths, written: base } of planned.documents) {
        if (!paths.some((path) => left.has(path))) await library.exports.put(id, base);
      }
      if (stale.length > 0 && attempt < MOST_ATTEMPTS) continue;
      const changing = stale.map((path) => ({
        path,
        reason: phrase('export.changing', { path: join(out, path) }),
      }));
      const files = planned.files.map(({ path }) => path).filter((path) => !left.has(path));
      return {
        files: files.sort(),
        written: written.size,
        unchanged: files.filter((path) => !written.has(path)).length,
        conflicts: conflictsOf(planned),
        failures: [...planned.failures, ...failed, ...changing],
      };
    }
  }

  return {
    'export.preview': async (request) => {
      const { out } = request;
      const planned = await plan(new TargetFolder(out), request).catch((error: unknown) => {
        throw unreadable(out, error);
      });
      return {
        files: planned.files.map((file) => ({
          path: file.path,
          content: file.content,
          status: statusOf(file),
        })),
        conflicts: conflictsOf(planned),
        failures: planned.failures,
      };
    },
    'export.markdown': (request) =>
      exports.run(() => library.exports.exclusively(() => write(request))),
  };
}

function statusOf({ before, content }: PlannedFile): 'new' | 'changed' | 'unchanged' {
  if (before === null) return 'new';
  return before === content ? 'unchanged' : 'changed';
}

/** `stale`: files that somebody wrote in since they were read. What is written is added to `written`. @throws LecternError unwritable */
async function writeFiles(
  target: TargetFolder,
  files: readonly PlannedFile[],
  written: Set<string>,
): Promise<{ failed: ExportFailure[]; stale: string[] }> {
  const failed: ExportFailure[] = [];
  const stale: string[] = [];
  const changed = files.filter(({ before, content }) => before !== content);
  if (changed.length > 0) await target.assertWritable();
  for (const file of changed) {
    try {
      if (await target.write(file, file.before)) written.add(file.path);
      else stale.push(file.path);
    } catch (error) {
      failed.push({ path: file.path, reason: phraseOf(error) });
    }
  }
  return { failed, stale };
}

function withFileLinks(article: Article | undefined, linked: Linked): Article | undefined {
  return article === undefined || article.note === ''
    ? article
    : { ...article, note: toFileLinks(article.note, linked) };
}

function byArticle(
  entry: ArticleNotes,
  names: ReadonlyMap<string, string>,
  { articleDocument }: Renderer,
): NamedDocument {
  const { id, title } = entry.article;
  const otherPath = `${nameWithId(title, id)}.md`;
  const path = names.get(id) ?? otherPath;
  return { document: articleDocument(entry, path.replace(/\.md$/u, '')), path, otherPath };
}

function byTag(entries: readonly ArticleNotes[], renderer: Renderer): NamedDocument {
  return {
    document: tagDocument(entries, renderer),
    path: `${BY_TAG_TITLE}.md`,
    otherPath: `${nameWithId(BY_TAG_TITLE, BY_TAG_ID)}.md`,
  };
}
