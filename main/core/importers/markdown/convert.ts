import type { ArticleMetadata } from '../../../shared/entities.ts';
import type { ConvertedArticle, Format } from '../converted.ts';
import type { DumpArticle } from '../dump/article.ts';
import { convertDumpArticle } from '../dump/convert.ts';
import { toArticleMetadata } from '../dump-metadata.ts';
import type { FrontMatter } from './front-matter.ts';
import { parseMarkdown } from './parse.ts';

export const markdownFormat: Format = {
  id: 'markdown',
  convert(lines, fileName) {
    const { split, frontMatter, problems } = parseMarkdown(lines, fileName);
    const { layout, evidence, unassigned, articles } = split;
    return {
      layout,
      evidence,
      unassigned,
      problems,
      articles: convertArticles(lines, articles, frontMatter),
    };
  },
};

function* convertArticles(
  lines: readonly string[],
  articles: readonly DumpArticle[],
  frontMatter: FrontMatter | null,
): Generator<ConvertedArticle> {
  for (const article of articles) {
    yield {
      ...withFrontMatter(toArticleMetadata(article), frontMatter),
      parent: article.parent,
      tags: [...new Set([...article.tags, ...(frontMatter?.tags ?? [])])],
      // Markdown stays what it is; the lines of a reprint are part of its parent's.
      markdown: convertDumpArticle(lines, article, [], { markdown: true }),
      excerpt: null,
      images: [],
    };
  }
}

function withFrontMatter(
  metadata: ArticleMetadata,
  frontMatter: FrontMatter | null,
): ArticleMetadata {
  if (frontMatter === null) return metadata;
  const { byline, origin, url, lang, published } = frontMatter;
  return { ...metadata, byline, origin, url, lang, published };
}
