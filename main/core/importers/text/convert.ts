import type { ConvertedArticle, Format } from '../converted.ts';
import type { DumpArticle } from '../dump/article.ts';
import { convertDumpArticle } from '../dump/convert.ts';
import { splitDump } from '../dump/split.ts';
import { toArticleMetadata } from '../dump-metadata.ts';

export const textFormat: Format = {
  id: 'text',
  convert(lines, fileName) {
    const { layout, evidence, unassigned, articles } = splitDump(lines, {
      fileName,
      markdown: false,
    });
    return {
      layout,
      evidence,
      unassigned,
      problems: [],
      articles: convertArticles(lines, articles),
    };
  },
};

function* convertArticles(
  lines: readonly string[],
  articles: readonly DumpArticle[],
): Generator<ConvertedArticle> {
  const children = childrenByParent(articles);
  for (const [index, article] of articles.entries()) {
    yield {
      ...toArticleMetadata(article),
      parent: article.parent,
      tags: article.tags,
      markdown: convertDumpArticle(lines, article, children.get(index) ?? []),
      excerpt: null,
      images: [],
    };
  }
}

function childrenByParent(articles: readonly DumpArticle[]): Map<number, DumpArticle[]> {
  const children = new Map<number, DumpArticle[]>();
  for (const article of articles) {
    if (article.parent === null) continue;
    const siblings = children.get(article.parent);
    if (siblings === undefined) children.set(article.parent, [article]);
    else siblings.push(article);
  }
  return children;
}
