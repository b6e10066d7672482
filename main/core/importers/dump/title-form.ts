/**
 * How much a line looks like the title of an article, from its form and its neighbours alone.
 * Weights were set on generated dumps; 0.5 is "could well be", 0.7 "surely looks like one".
 */
import { gapAfter, gapBefore, type DumpText } from './dump-text.ts';
import { hasColon } from './has-colon.ts';
import type { TextLine } from './text-line.ts';

export const WIDEST_TITLE = 280;
const FULL_STOP = /(?:[^.\p{Lu}]\.|[。．।۔;；])["”’»」』)\]]*$/u;
const OPEN_END = /[,،、，:：;]["”’»]?$/u;
const INNER_STOP = /[。！？।۔][^\s”」』"')）]|[\p{Ll}\d][.!?।۔؟] \p{L}.{8}/u;
const SALUTATION =
  /^(?:dear|hello|hi|dear all|sehr geehrte[rs]?|liebe[rs]?|chère?s?|querid[oa]s?|estimad[oa]s?|car[oia]|geachte|уважаемы[ей]|дорогие|عزيزي|السادة|प्रिय|尊敬的|亲爱的|各位|拝啓)(?:\P{L}|$)/iu;
const QUESTION_TURN = /^(?:q|a|f|p|r|в|о|س|ج|问|答|問|문|답)\s?\d{0,2}\s?[.:：)]\s/iu;
const ATTRIBUTION = /^(?:—|–|--|-)\s?\p{L}/u;
const MARKUP = /^(?:https?:\/\/|www\.)\S+$|^\[[^\]]+\]:\s|^\|.*\||^<[^>]+>/iu;

export function endsAsSentence(text: string): boolean {
  return FULL_STOP.test(text.slice(-12));
}

/** European letters and the signs between them: told without asking Unicode of each. */
const EUROPEAN = /^[\x00-\x7f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f‘’“”„«»‹›–—…]*$/;
const EUROPEAN_WORD =
  /[a-zA-Z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f][a-zA-Z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f'’.-]*/g;

/** Words, with East Asian text counted as half a word a character. */
export function wordCount(text: string): number {
  if (EUROPEAN.test(text)) return text.match(EUROPEAN_WORD)?.length ?? 0;
  const wide = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;
  const isWide = /[\u3040-\u30ff\u3400-\u9fff]/u.test(text);
  return isWide ? Math.max(1, wide / 2) : words;
}

/** True for lines that can't be a title whatever stands around them. */
export function cannotBeTitle(line: TextLine): boolean {
  if (line.text === '' || line.rule || line.code || line.width > WIDEST_TITLE) return true;
  if (line.teaser && (line.teaser.definite || line.teaser.title === null)) return true;
  if (line.chrome || line.counter || MARKUP.test(line.text)) return true;
  if (line.meta?.full && line.meta.rest.join(' ').split(' ').length <= 1) return true;
  return !/[\p{L}\p{N}]/u.test(line.text);
}

/** The form of the text alone, without its surroundings: 0..1. */
export function textForm(dump: DumpText, line: TextLine): number {
  if (cannotBeTitle(line)) return 0;
  const { text, width } = line;
  let score = 0.6;
  if (endsAsSentence(text)) score -= 0.35;
  else if (OPEN_END.test(text)) score -= /[:：]/u.test(text.slice(-2)) ? 0.4 : 0.3;
  else if (/[!！…]["”’»]?$/u.test(text)) score -= 0.1;
  else if (/[?？؟]["”’»]?$/u.test(text)) score -= 0.05;
  else score += 0.1;
  if (INNER_STOP.test(text)) score -= 0.2;
  if (width > 220) score -= 0.45;
  else if (width > 160) score -= 0.3;
  else if (width > 120) score -= 0.1;
  if (width > dump.habits.proseWidth * 0.8 && dump.habits.wrapWidth === null) score -= 0.15;
  const words = wordCount(text);
  if (words < 2) score -= 0.2;
  else if (words < 3) score -= 0.08;
  else if (words >= 4) score += 0.1;
  if (dump.habits.cased && /^\p{Ll}/u.test(text)) score -= 0.25;
  if (line.bullet) score -= 0.4;
  if (line.quoted && /["”»’]$/u.test(text)) score -= 0.15;
  if (SALUTATION.test(text)) score -= 0.3;
  if (QUESTION_TURN.test(text) || ATTRIBUTION.test(text)) score -= 0.4;
  if (line.byline !== null) score -= 0.4;
  if (line.meta) score -= 0.15;
  if (line.indent >= 4) score -= 0.1;
  if (text.includes('\t') || /^>\s/u.test(text)) score -= 0.4;
  if (line.field?.name === 'title') score += 0.2;
  else if (line.field && line.field.name !== null) score -= 0.2;
  const head = text.slice(0, 60);
  const label = hasColon(head) ? /^(.{1,40}?)[:：]\s?\S/u.exec(head)?.[1] : undefined;
  if (label !== undefined && dump.speakers.has(label)) score -= 0.4;
  return Math.max(0, Math.min(1, score));
}

const WIDEST_WRAP = 110;

function isProse(dump: DumpText, at: number): boolean {
  const line = dump.lines[at];
  if (!line || line.text === '') return false;
  return line.width > Math.min(90, dump.habits.proseWidth * 0.7) || endsAsSentence(line.text);
}

function isDateOnly(line: TextLine | undefined): boolean {
  return line?.meta != null && line.meta.rest.length === 0;
}

/** True when the next line's first word would not have fitted: the line is a paragraph's, not a title. */
function isWrappedInto(dump: DumpText, line: TextLine, following: TextLine): boolean {
  const wrap = dump.habits.wrapWidth ?? WIDEST_WRAP;
  const word = /^\S+/u.exec(following.text.slice(0, 40))?.[0] ?? '';
  if (dump.habits.wrapWidth === null) return line.width > 55 && following.width <= WIDEST_WRAP;
  return line.width + 1 + word.length > wrap * 0.95;
}

/** The form of a line with its surroundings: 0..1. */
export function titleForm(dump: DumpText, at: number): number {
  const known = dump.forms[at] ?? 0;
  if (!Number.isNaN(known)) return known;
  const form = formInPlace(dump, at);
  dump.forms[at] = form;
  return form;
}

/** A field among fields is none the less one when its name isn't known. */
export function isFieldOfSeveral(dump: DumpText, at: number): boolean {
  const line = dump.lines[at];
  if (line?.field == null || line.field.name === 'title') return false;
  const previous = dump.lines[dump.previous[at] ?? -1];
  const following = dump.lines[dump.next[at] ?? dump.lines.length];
  return previous?.field != null && following?.field != null;
}

function formInPlace(dump: DumpText, at: number): number {
  const line = dump.lines[at];
  if (!line) return 0;
  let score = textForm(dump, line);
  if (score === 0) return 0;
  const before = gapBefore(dump, at);
  const after = gapAfter(dump, at);
  const previous = dump.lines[dump.previous[at] ?? -1];
  const following = dump.lines[dump.next[at] ?? dump.lines.length];
  if (isFieldOfSeveral(dump, at)) score -= 0.35;
  const headed = previous?.rule != null || previous?.counter != null || line.formFeed;
  if (dump.habits.spaced && before === 0 && !headed && !isDateOnly(previous)) score -= 0.3;
  if (!following) return Math.max(0, score - 0.4);
  if (after === 0 && dump.habits.spaced) {
    const described =
      following.rule !== null || following.meta !== null || following.byline !== null;
    if (!described && isWrappedInto(dump, line, following)) score -= 0.5;
    else if (!described && following.width < line.width * 1.5) score -= 0.15;
  }
  if (following.meta || following.byline !== null) score += 0.15;
  else if (isProse(dump, dump.next[at] ?? dump.lines.length)) score += 0.1;
  else if (following.bullet || following.ordinal) score -= 0.1;
  else score -= 0.12;
  return Math.max(0, Math.min(1, score));
}
