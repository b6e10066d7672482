/** First reading of an export: which of its items are articles, and what the others are. */
import type { FormatProblem } from '../converted.ts';
import type { LeftOut } from '../feed/line-account.ts';
import type { ItemRange } from '../feed/xml-items.ts';
import type { WxrItem } from './item.ts';
import { parseWxrItem, type ParsedWxr } from './parse.ts';
import type { GalleryImage } from './shortcodes.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

export interface Attachment extends GalleryImage {
  id: string | null;
  /** Of the post that it was uploaded to. */
  parentId: string | null;
}

export interface WxrSurvey {
  articles: ItemRange[];
  leftOut: LeftOut[];
  attachments: Attachment[];
  /** Approved ones, pings aside. */
  comments: number;
  problems: FormatProblem[];
}

const REASONS: ReadonlyMap<string, Phrase> = new Map([
  ['nav_menu_item', phrase('unassigned.menu')],
  ['revision', phrase('unassigned.revision')],
  ['custom_css', phrase('unassigned.css')],
]);
/** What WordPress and its plugins keep for themselves. */
const INTERNAL =
  /^(?:wp_.*|customize_changeset|oembed_cache|user_request|acf.*|jp_.*|elementor.*|.*_template|wpcf7_.*|feedback|shop_order.*|scheduled-action|amp_validated_url|safecss|ml-slider)$/;
const MOST_PROBLEMS = 50;

export function surveyWxr(lines: readonly string[], { feed }: ParsedWxr): WxrSurvey {
  const survey: WxrSurvey = {
    articles: [],
    leftOut: [],
    attachments: [],
    comments: 0,
    problems: [...feed.problems],
  };
  for (const range of feed.items) {
    const parsed = parseWxrItem(lines, range, feed);
    if (parsed === null) continue;
    if (survey.problems.length < MOST_PROBLEMS) survey.problems.push(...parsed.problems);
    note(parsed.item, range, survey);
  }
  return survey;
}

function note(item: WxrItem, range: ItemRange, survey: WxrSurvey): void {
  const { id, parentId, attachmentUrl: url } = item;
  if (item.type === 'attachment' && url !== null) {
    survey.attachments.push({ id, parentId, url, title: item.title ?? '' });
  }
  const reason = reasonToLeaveOut(item);
  if (reason !== null) {
    survey.leftOut.push({ ...range, reason });
    return;
  }
  survey.articles.push(range);
  survey.comments += item.comments.length;
}

function reasonToLeaveOut(item: WxrItem): Phrase | null {
  const { type, status, content, title, attachmentUrl } = item;
  if (type === 'attachment') {
    const name = attachmentUrl ?? title;
    return name === null
      ? phrase('unassigned.namelessAttachment')
      : phrase('unassigned.attachment', { name });
  }
  const known = REASONS.get(type);
  if (known !== undefined) return known;
  if (INTERNAL.test(type)) return phrase('unassigned.design', { kind: type });
  if (status === 'trash') return phrase('unassigned.trash');
  if (status === 'auto-draft' || status === 'inherit') return phrase('unassigned.autoDraft');
  const isOwnKind = type !== 'post' && type !== 'page';
  const isEmpty = content.trim() === '' && (isOwnKind || title === null);
  return isEmpty ? phrase('unassigned.emptyOfKind', { kind: type }) : null;
}
