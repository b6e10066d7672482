import type { MethodOutput, ParsedInput } from '../../shared/contract.ts';
import type { TemplateText } from '../../shared/contract/templates.ts';
import type { Annotation, Article } from '../../shared/entities.ts';
import { openAnchoring } from '../annotations/reanchor.ts';
import { visibleAnnotations } from '../annotations/visible.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { unreadable, unwritable } from '../library/file-error.ts';
import { SerialQueue } from '../library/serial-queue.ts';
import type { Unit } from './document.ts';
import { fileNames, nameWithId } from './file-names.ts';
import { BY_TAG_ID, tagDocument } from './markdown-by-tag.ts';
import { fromFileLinks, toFileLinks, type Linked } from './note-links.ts';
import { compareAge, gatherNotes, type ArticleNotes } from './notes.ts';
import { planExport, type NamedDocument, type PlannedFile } from './plan-export.ts';
import { TargetFolder } from './target-folder.ts';
import { openTemplate, type Renderer } from './templates/documents.ts';
import { requireTemplate } from './templates/handlers.ts';

const BY_TAG_TITLE = 'Notes by tag';

type Request = ParsedInput<'export.preview'>;
type Conflicts = MethodOutput<'export.markdown'>['conflicts'];
type GroupBy = Request['groupBy'];

/** Exports run one after another: each builds on what the one before has written. */
export function exportHandlers(core: Core): AreaHandlers<'export'> {
  const { library } = core;
  const anchoring = openAnchoring(core);
  const exports = new SerialQueue();

  async function documents(request: Request): Promise<NamedDocument[]> {
    const { groupBy } = request;
    const renderer = openTemplate(templateOf(request), library.settings.get().highlightColors);
    const names = fileNames([...library.articles.all()].sort(compareAge));
    const visible = await anchoring.freshen(await visibleAnnotations(library));
    const linked = linkedBy(visible, names, templateOf(request));
    const entries = gatherNotes({
      annotations: visible.map((annotation) => ({
        ...annotation,
        note: toFileLinks(annotation.note, linked),
      })),
      noted: [...library.articles.all()].filter(({ note }) => note !== ''),
      article: (id) => withFileLinks(library.articles.get(id), linked),
      source: (id) => library.sources.get(id),
      tag: (id) => library.tags.get(id),
    });
    if (groupBy === 'tag') return entries.length === 0 ? [] : [byTag(entries, renderer)];
    return entries.map((entry) => byArticle(entry, names, renderer));
  }

  function templateOf({ draft, template }: Request): TemplateText {
    return draft ?? requireTemplate(library, template);
  }

  function linkedBy(
    annotations: readonly Annotation[],
    files: ReadonlyMap<string, string>,
    { links, properties }: TemplateText,
  ): Linked {
    const articles = [...library.articles.all()].filter(({ trashed }) => trashed === null);
    return {
      files,
      articles: new Map(articles.map((article) => [article.id, article])),
      annotations: new Map(annotations.map((annotation) => [annotation.id, annotation])),
      style: links,
      titled: links === 'logseq' && properties === 'all',
    };
  }

  /** Notes of files with their links as they are written in Lectern. */
  async function conflictsOf(files: readonly PlannedFile[], request: Request): Promise<Conflicts> {
    const names = fileNames([...library.articles.all()].sort(compareAge));
    const linked = linkedBy(await visibleAnnotations(library), names, templateOf(request));
    return files.flatMap(({ path, conflicts }) =>
      conflicts.map(({ id, annotationId, articleId, part, file, note, lectern }) => ({
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

  async function plan(target: TargetFolder, request: Request): Promise<PlannedFile[]> {
    const existing = new Set((await library.annotations.all()).map(({ id }) => id));
    return planExport(library, {
      target,
      documents: await documents(request),
      isGone: (id) => isGone(id, request.groupBy),
      markOf: ({ annotationId }: Unit) =>
        existing.has(annotationId ?? '')
          ? '*(No longer under this tag in Lectern.)*'
          : '*(Deleted in Lectern.)*',
      overwrite: new Set(request.overwrite),
    });
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
    const files = await plan(target, request).catch((error: unknown) => {
      throw unwritable(out, error);
    });
    for (const file of files) {
      // The file first: should it end in between, what the file has is what would be written.
      if (file.status !== 'unchanged') await target.write(file);
      await library.exports.put(file.documentId, file.written);
    }
    const unchanged = files.filter(({ status }) => status === 'unchanged').length;
    return {
      files: files.map(({ path }) => path).sort(),
      written: files.length - unchanged,
      unchanged,
      conflicts: await conflictsOf(files, request),
    };
  }

  return {
    'export.preview': async (request) => {
      const { out } = request;
      const files = await plan(new TargetFolder(out), request).catch((error: unknown) => {
        throw unreadable(out, error);
      });
      return {
        files: files.map(({ path, content, status }) => ({ path, content, status })),
        conflicts: await conflictsOf(files, request),
      };
    },
    'export.markdown': (request) =>
      exports.run(() => library.exports.exclusively(() => write(request))),
  };
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
  return { document: articleDocument(entry), path: names.get(id) ?? otherPath, otherPath };
}

function byTag(entries: readonly ArticleNotes[], renderer: Renderer): NamedDocument {
  return {
    document: tagDocument(entries, renderer),
    path: `${BY_TAG_TITLE}.md`,
    otherPath: `${nameWithId(BY_TAG_TITLE, BY_TAG_ID)}.md`,
  };
}
