import type { MethodOutput } from '../../shared/contract.ts';
import { LecternError } from '../../shared/errors.ts';
import { openAnchoring } from '../annotations/reanchor.ts';
import { visibleAnnotations } from '../annotations/visible.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { unreadable, unwritable } from '../library/file-error.ts';
import { SerialQueue } from '../library/serial-queue.ts';
import type { Unit } from './document.ts';
import { fileNames, nameWithId } from './file-names.ts';
import { articleDocument } from './markdown-by-article.ts';
import { BY_TAG_ID, tagDocument } from './markdown-by-tag.ts';
import { compareAge, gatherNotes, type ArticleNotes } from './notes.ts';
import { planExport, type NamedDocument, type PlannedFile } from './plan-export.ts';
import { TargetFolder } from './target-folder.ts';

const BY_TAG_TITLE = 'Notes by tag';

type GroupBy = 'article' | 'tag';

/** Exports run one after another: each builds on what the one before has written. */
export function exportHandlers(core: Core): AreaHandlers<'export'> {
  const { library } = core;
  const anchoring = openAnchoring(core);
  const exports = new SerialQueue();

  async function documents(groupBy: GroupBy): Promise<NamedDocument[]> {
    const entries = gatherNotes({
      annotations: await anchoring.freshen(await visibleAnnotations(library)),
      article: (id) => library.articles.get(id),
      source: (id) => library.sources.get(id),
      tag: (id) => library.tags.get(id),
    });
    if (groupBy === 'tag') return entries.length === 0 ? [] : [byTag(entries)];
    const names = fileNames([...library.articles.all()].sort(compareAge));
    return entries.map((entry) => byArticle(entry, names));
  }

  async function plan(
    target: TargetFolder,
    groupBy: GroupBy,
    overwrite: readonly string[],
  ): Promise<PlannedFile[]> {
    const existing = new Set((await library.annotations.all()).map(({ id }) => id));
    return planExport(library, {
      target,
      documents: await documents(groupBy),
      isGone: (id) => isGone(id, groupBy),
      markOf: ({ annotationId }: Unit) =>
        existing.has(annotationId ?? '')
          ? '*(No longer under this tag in Lectern.)*'
          : '*(Deleted in Lectern.)*',
      overwrite: new Set(overwrite),
    });
  }

  /** What lies in the trash may come back: its notes stay as they were written. */
  function isGone(documentId: string, groupBy: GroupBy): boolean {
    if ((documentId === BY_TAG_ID) !== (groupBy === 'tag')) return false;
    return (library.articles.get(documentId)?.trashed ?? null) === null;
  }

  async function write(
    out: string,
    groupBy: GroupBy,
    overwrite: readonly string[],
  ): Promise<MethodOutput<'export.markdown'>> {
    if (library.readOnly) {
      throw new LecternError('read_only', 'The library is open for reading only');
    }
    const target = new TargetFolder(out);
    await target.make();
    const files = await plan(target, groupBy, overwrite).catch((error: unknown) => {
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
      conflicts: conflictsOf(files),
    };
  }

  return {
    'export.preview': async ({ out, groupBy, overwrite }) => {
      const files = await plan(new TargetFolder(out), groupBy, overwrite).catch(
        (error: unknown) => {
          throw unreadable(out, error);
        },
      );
      return {
        files: files.map(({ path, content, status }) => ({ path, content, status })),
        conflicts: conflictsOf(files),
      };
    },
    'export.markdown': ({ out, groupBy, overwrite }) =>
      exports.run(() => write(out, groupBy, overwrite)),
  };
}

function conflictsOf(files: readonly PlannedFile[]): MethodOutput<'export.markdown'>['conflicts'] {
  return files.flatMap(({ path, conflicts }) =>
    conflicts.map(({ id, annotationId, part, file, lectern }) => ({
      id,
      path,
      annotationId,
      part,
      file,
      lectern,
    })),
  );
}

function byArticle(entry: ArticleNotes, names: ReadonlyMap<string, string>): NamedDocument {
  const { id, title } = entry.article;
  const otherPath = `${nameWithId(title, id)}.md`;
  return { document: articleDocument(entry), path: names.get(id) ?? otherPath, otherPath };
}

function byTag(entries: readonly ArticleNotes[]): NamedDocument {
  return {
    document: tagDocument(entries),
    path: `${BY_TAG_TITLE}.md`,
    otherPath: `${nameWithId(BY_TAG_TITLE, BY_TAG_ID)}.md`,
  };
}
