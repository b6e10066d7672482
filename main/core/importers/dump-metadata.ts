import type { ArticleMetadata } from '../../shared/entities.ts';
import type { DumpArticle } from './dump/article.ts';

/** What the splitter knows of an article, in the library's words. */
export function toArticleMetadata(article: DumpArticle): ArticleMetadata {
  const { published, dateline } = article;
  return {
    title: article.title,
    startLine: article.startLine,
    endLine: article.endLine,
    truncated: article.truncated,
    confidence: Math.min(1, Math.max(0, article.confidence)),
    reasons: article.reasons,
    byline: article.byline,
    origin: article.source ?? dateline?.agency ?? null,
    url: article.url,
    lang: null,
    published: published?.value ?? null,
    publishedInferred: published?.inferred === true ? published.evidence : null,
    dateline: dateline?.text ?? null,
  };
}
