/** From an item of any feed to an article. */
import { toReadingText } from '../../../shared/text/reading.ts';
import type { ConvertedArticle } from '../converted.ts';
import { isCut } from './cut-text.ts';
import { contentToMarkdown, type FeedPlace } from './feed-content.ts';
import { bylineOf, type FeedHead, type FeedItem } from './feed-item.ts';
import { titleFromText } from './feed-title.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

export interface ArticlePlace extends FeedPlace {
  startLine: number | null;
  endLine: number | null;
  /** Whether the item was damaged and read as well as could be. */
  isDamaged: boolean;
}

const LONGEST_EXCERPT = 600;

export function toFeedArticle(
  item: FeedItem,
  head: FeedHead,
  { startLine, endLine, isDamaged, ...place }: ArticlePlace,
): ConvertedArticle {
  const { markdown, images } = contentToMarkdown(item.body, place);
  const text = toReadingText(markdown);
  const truncated = isCut(text, item.isSummary);
  return {
    title: item.title ?? titleFromText(text) ?? item.url ?? 'Untitled',
    startLine,
    endLine,
    truncated,
    confidence: isDamaged ? 0.6 : 1,
    reasons: reasonsOf(item, truncated, isDamaged),
    byline: bylineOf(item.authors),
    origin: head.title,
    url: item.url,
    lang: item.lang,
    published: item.published,
    publishedInferred: item.publishedInferred,
    dateline: null,
    parent: null,
    tags: item.tags,
    markdown,
    images,
    excerpt: excerptOf(item, place),
  };
}

function reasonsOf(item: FeedItem, truncated: boolean, isDamaged: boolean): Phrase[] {
  const reasons = [phrase('reason.feedItem')];
  if (item.title === null) reasons.push(phrase('reason.firstWords'));
  if (item.body === null) reasons.push(phrase('reason.noFeedText'));
  if (truncated) reasons.push(phrase('reason.feedBeginning'));
  if (isDamaged) reasons.push(phrase('reason.damagedXml'));
  return reasons;
}

function excerptOf(item: FeedItem, place: FeedPlace): string | null {
  if (item.summary === null) return null;
  const text = toReadingText(contentToMarkdown(item.summary, place).markdown);
  const words = text.replace(/\s+/g, ' ').trim();
  return words === '' || words.length > LONGEST_EXCERPT ? null : words;
}
