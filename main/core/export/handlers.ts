import type { Article } from '../../shared/entities.ts';
import { openAnchoring } from '../annotations/reanchor.ts';
import { visibleAnnotations } from '../annotations/visible.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { fileNames, nameWithId } from './file-names.ts';
import { articleMarkdown } from './markdown-by-article.ts';
import { BY_TAG_ID, tagMarkdown } from './markdown-by-tag.ts';
import { compareAge, gatherNotes, type ArticleNotes } from './notes.ts';
import { writeFiles, type ExportFile } from './write-files.ts';

const BY_TAG_TITLE = 'Notes by tag';

export function exportHandlers(core: Core): AreaHandlers<'export'> {
  const { library } = core;
  const anchoring = openAnchoring(core);

  async function render(groupBy: 'article' | 'tag'): Promise<ExportFile[]> {
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

  return {
    'export.preview': async ({ groupBy }) => {
      const files = await render(groupBy);
      return { files: files.map(({ path, content }) => ({ path, content })) };
    },
    'export.markdown': async ({ out, groupBy }) => writeFiles(out, await render(groupBy)),
  };
}

function byArticle(entry: ArticleNotes, names: ReadonlyMap<string, string>): ExportFile {
  const { id, title }: Article = entry.article;
  const otherPath = `${nameWithId(title, id)}.md`;
  return { id, path: names.get(id) ?? otherPath, otherPath, content: articleMarkdown(entry) };
}

function byTag(entries: readonly ArticleNotes[]): ExportFile {
  return {
    id: BY_TAG_ID,
    path: `${BY_TAG_TITLE}.md`,
    otherPath: `${nameWithId(BY_TAG_TITLE, BY_TAG_ID)}.md`,
    content: tagMarkdown(entries),
  };
}
