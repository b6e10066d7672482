import type { ArticleMetadata } from '../../../shared/entities.ts';
import type { ConvertedArticle, Format, Neighbours } from '../converted.ts';
import type { DumpArticle } from '../dump/article.ts';
import { convertDumpArticle } from '../dump/convert.ts';
import { toArticleMetadata } from '../dump-metadata.ts';
import type { FrontMatter } from './front-matter.ts';
import { hashtagsIn } from './hashtags.ts';
import { withKeptImages } from './images.ts';
import { parseMarkdown } from './parse.ts';

export const markdownFormat: Format = {
  id: 'markdown',
  convert(lines, fileName, { beside }) {
    const { split, frontMatter, problems } = parseMarkdown(lines, fileName);
    const { layout, evidence, unassigned, articles } = split;
    return {
      layout,
      evidence,
      unassigned,
      problems,
      articles: convertArticles(lines, articles, frontMatter, { fileName, beside }),
    };
  },
};

function* convertArticles(
  lines: readonly string[],
  articles: readonly DumpArticle[],
  frontMatter: FrontMatter | null,
  { fileName, beside }: { fileName: string; beside: Neighbours },
): Generator<ConvertedArticle> {
  const hashtags = articles.length === 1 ? hashtagsIn(lines) : [];
  for (const article of articles) {
    // Markdown stays what it is; the lines of a reprint are part of its parent's.
    const markdown = convertDumpArticle(lines, article, [], { markdown: true });
    yield {
      ...withFrontMatter(toArticleMetadata(article), frontMatter),
      parent: article.parent,
      tags: [...new Set([...article.tags, ...(frontMatter?.tags ?? []), ...hashtags])],
      ...withKeptImages(markdown, fileName, beside),
      excerpt: null,
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
