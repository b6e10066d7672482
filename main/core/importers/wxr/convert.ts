/**
 * A WordPress export: its posts and pages become articles. Read twice, so that no two posts stand
 * in memory at once: a first time for what there is, then post by post.
 */
import { toReadingText } from '../../../shared/text/reading.ts';
import type { ConvertedArticle, ConvertedFile, Format } from '../converted.ts';
import { isCut } from '../feed/cut-text.ts';
import { contentToMarkdown, type FeedPlace } from '../feed/feed-content.ts';
import { titleFromText } from '../feed/feed-title.ts';
import { unassignedLines } from '../feed/line-account.ts';
import { commentsHtml } from './comments.ts';
import type { WxrItem } from './item.ts';
import { parseWxr, parseWxrItem, type ParsedWxr, type ParsedWxrItem } from './parse.ts';
import { postHtml } from './post-html.ts';
import type { ShortcodeContext } from './shortcodes.ts';
import { surveyWxr, type Attachment, type WxrSurvey } from './survey.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

interface WxrOptions extends FeedPlace {
  /** Whether comments follow the posts as an appendix. */
  comments: boolean;
}

export const wxrFormat: Format = {
  id: 'wxr',
  convert: (lines, pageName, options) => convertWxr(lines, { pageName, ...options }),
};

const HEAD = phrase('unassigned.wxrHead');

function convertWxr(lines: readonly string[], options: WxrOptions): ConvertedFile {
  const wxr = parseWxr(lines);
  const survey = surveyWxr(lines, wxr);
  return {
    layout: null,
    evidence: evidenceOf(survey),
    unassigned: unassignedLines(lines.length, survey.articles, survey.leftOut, HEAD),
    problems: survey.problems,
    articles: convertItems(lines, wxr, survey, options),
  };
}

function evidenceOf({ articles, attachments, comments }: WxrSurvey): Phrase[] {
  return [
    phrase('evidence.wxr', {
      posts: phrase('count.posts', { count: articles.length }),
      files: phrase('count.uploads', { count: attachments.length }),
      comments: phrase('count.comments', { count: comments }),
    }),
  ];
}

function* convertItems(
  lines: readonly string[],
  wxr: ParsedWxr,
  survey: WxrSurvey,
  options: WxrOptions,
): Generator<ConvertedArticle> {
  const images = new Map(
    survey.attachments.flatMap((each) => (each.id === null ? [] : [[each.id, each] as const])),
  );
  const byParent = attachmentsByParent(survey.attachments);
  for (const range of survey.articles) {
    const parsed = parseWxrItem(lines, range, wxr.feed);
    if (parsed === null) continue;
    const context = { images, own: byParent.get(parsed.item.id) ?? [] };
    const { startLine, endLine } = range;
    const body = bodyOf(parsed.item, wxr, context, options);
    yield { ...describe(parsed, wxr, body), startLine, endLine };
  }
}

function attachmentsByParent(
  attachments: readonly Attachment[],
): ReadonlyMap<string | null, Attachment[]> {
  const byParent = new Map<string | null, Attachment[]>();
  for (const attachment of attachments) {
    const siblings = byParent.get(attachment.parentId);
    if (siblings === undefined) byParent.set(attachment.parentId, [attachment]);
    else siblings.push(attachment);
  }
  return byParent;
}

interface Body {
  markdown: string;
  images: string[];
  text: string;
  excerpt: string | null;
}

function bodyOf(
  item: WxrItem,
  { site }: ParsedWxr,
  context: ShortcodeContext,
  { comments, ...place }: WxrOptions,
): Body {
  const base = item.url ?? site.url;
  const appendix = comments ? commentsHtml(item.comments) : '';
  const html = `${postHtml(item.content, context)}${appendix}`;
  const { markdown, images } = contentToMarkdown({ kind: 'html', value: html, base }, place);
  const summary = contentToMarkdown({ kind: 'html', value: item.excerpt, base }, place);
  const excerpt = toReadingText(summary.markdown).replace(/\s+/g, ' ').trim();
  const text = toReadingText(markdown);
  return { markdown, images, text, excerpt: excerpt === '' ? null : excerpt };
}

type Described = Omit<ConvertedArticle, 'startLine' | 'endLine'>;

function describe({ item, isDamaged }: ParsedWxrItem, { site }: ParsedWxr, body: Body): Described {
  const { markdown, images, text, excerpt } = body;
  return {
    title: item.title ?? titleFromText(text) ?? 'Untitled',
    truncated: isCut(text, false),
    confidence: isDamaged ? 0.6 : 1,
    reasons: reasonsOf(item, isDamaged),
    byline: item.creator === null ? null : (site.authors.get(item.creator) ?? item.creator),
    origin: site.title,
    url: item.url,
    lang: site.lang,
    published: item.published,
    publishedInferred: null,
    dateline: null,
    parent: null,
    tags: item.tags,
    markdown,
    images,
    excerpt,
  };
}

const STATUS_REASONS: ReadonlyMap<string, Phrase> = new Map([
  ['draft', phrase('reason.draft')],
  ['pending', phrase('reason.pending')],
  ['private', phrase('reason.private')],
  ['future', phrase('reason.future')],
]);

function reasonsOf(item: WxrItem, isDamaged: boolean): Phrase[] {
  const reasons = [kindOf(item.type)];
  const status = STATUS_REASONS.get(item.status);
  if (status !== undefined) reasons.push(status);
  if (item.isProtected) reasons.push(phrase('reason.protected'));
  if (item.title === null) reasons.push(phrase('reason.firstWords'));
  if (item.comments.length > 0) {
    reasons.push(phrase('reason.comments', { count: item.comments.length }));
  }
  if (isDamaged) reasons.push(phrase('reason.damagedXml'));
  return reasons;
}

function kindOf(type: string): Phrase {
  if (type === 'post') return phrase('reason.post');
  return type === 'page' ? phrase('reason.page') : phrase('reason.wxrItem', { kind: type });
}
