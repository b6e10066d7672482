/** What Readability, the reader view of Firefox, takes for the article of a page. */
import { Readability } from '@mozilla/readability';
import type { HtmlContent, HtmlRoot } from './hast-nodes.ts';
import { fromDom, toDocument, type DomNode } from './page-dom.ts';

export interface Readable {
  content: HtmlContent;
  title: string | null;
  byline: string | null;
  excerpt: string | null;
  siteName: string | null;
  lang: string | null;
  dir: string | null;
  /** As it is written in the page. */
  published: string | null;
}

/** Null where it finds none. */
export function readArticle(tree: HtmlRoot): Readable | null {
  const article = new Readability<DomNode>(toDocument(tree), {
    keepClasses: true,
    serializer: (node: DomNode) => node,
  }).parse();
  const content = article?.content ? fromDom(article.content) : null;
  if (article === null || content === null) return null;
  return {
    content,
    title: words(article.title),
    byline: words(article.byline),
    excerpt: words(article.excerpt),
    siteName: words(article.siteName),
    lang: words(article.lang),
    dir: words(article.dir),
    published: words(article.publishedTime),
  };
}

function words(value: string | null | undefined): string | null {
  return value === undefined || value === null || value.trim() === '' ? null : value;
}
