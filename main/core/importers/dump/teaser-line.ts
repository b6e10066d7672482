/**
 * Lines that end an article in a scraped page: "Continue reading TITLE", "Weiterlesen →",
 * "続きを読む", and the feed's "The post TITLE appeared first on SITE."
 */

import { AFTER_TITLE, BEFORE_TITLE, WEAK_WORDINGS } from './teaser-wording.ts';

export interface Teaser {
  /** What the line names, marks stripped; null when it names nothing. */
  title: string | null;
  /** `cut`: the text was shortened here. `closing`: the text is whole and ends here. */
  kind: 'cut' | 'closing';
  /** False for wordings that also introduce links to other articles ("Read more: …"). */
  definite: boolean;
  /** True when it stands at the end of a paragraph instead of on a line of its own. */
  inline: boolean;
}

const OPENING = '[\\s“"«‹„「『\\[(（→➔➜►▶▸»›>…•*_—–-]*';
const CLOSING = '(?:[\\s”"»›“」』\\])）→➔➜►▶▸>…*_⟶⇒-]|\\.{3})*';
/** No space parts a Japanese or Chinese title from the wording after it. */
const WIDE_SIDE = '(?<=[\\u3000-\\u9fff\\uac00-\\ud7a3\\uff00-\\uffef"”’»])';
const LONGEST_ENDING = 60;
const LETTER_FOLLOWS = '(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])';

function alternatives(phrases: readonly string[]): string {
  return [...phrases]
    .sort((one, other) => other.length - one.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/ /gu, '\\s+'))
    .join('|');
}

const STARTS = new RegExp(`^${OPENING}(${alternatives(BEFORE_TITLE)})${LETTER_FOLLOWS}(.*)$`, 'iu');
const ENDS = new RegExp(
  `(?:^|\\s|[-–—:|…]|${WIDE_SIDE})(${alternatives(AFTER_TITLE)})${CLOSING}$`,
  'iu',
);
const INLINE = new RegExp(
  `(?:…|\\.{3}|&hellip;|\\[|（|\\()\\s*[\\])]?\\s*(${alternatives(BEFORE_TITLE)})${LETTER_FOLLOWS}(.{0,220})$`,
  'iu',
);
/** "… at noon. Continue reading →": the arrow tells it from a sentence that begins so. */
const ARROWED = new RegExp(
  `[.!?…。！？।۔][”"’»)]*\\s+(${alternatives(BEFORE_TITLE)})\\s*(?:→|➔|➜|»|>>|⟶|⇒|&raquo;|\\(?…\\)?|\\.{3})\\s*$`,
  'iu',
);
/** What stands between the wording and the title: "[Read more...] about TITLE". */
const JOINT = /^(?:\.{3}|…)?\s*[\])）]\s*(?:about|over|über|sur|sobre|su|om|о|про)?\s*/iu;
/** "… at noon. Leer más" at the end of a paragraph: a sentence of two words without its stop. */
const STOPLESS = new RegExp(
  `[.!?…。！？।۔][”"’»)]*\\s+(${alternatives(BEFORE_TITLE.filter((phrase) => phrase.includes(' ')))})$`,
  'iu',
);
/** What stands where the rest is for those who pay or subscribe. */
const PAYWALL =
  /\b(?:subscribe|sign up|log in|register) to (?:continue|keep|read)|\bto (?:continue|keep) reading,? (?:please )?(?:subscribe|log in|register|sign)|\bis for (?:paid |paying )?subscribers|réservée? aux abonnés|pour lire la suite|um (?:\p{L}+ (?:artikel|beitrag) )?weiterzulesen|nur für abonnenten|(?:solo|sólo) para suscriptores|para seguir leyendo|riservat\p{L} agli abbonati|per continuare a leggere|para assinantes|para continuar lendo|alleen voor abonnees|om verder te lezen|för prenumeranter|tylko dla subskrybentów|только для подписчиков|للمشتركين فقط|会員限定|有料会員|続きを読むには|订阅后|登录后查看|会员专享|구독자 전용/iu;
const LONGEST_PAYWALL = 160;
const MORE_TAG =
  /(?:\((?:more|mehr|suite|más|mais|segue|еще|ещё)\s?(?:…|\.{3})\)|\[(?:more|mehr|suite|lire la suite|más|mais|meer|mer|mere|segue|далее|еще|ещё|więcej|více|tovább|devamı|المزيد|ادامه|更多|続き|더보기)\s?(?:…|\.{3})?\]|<!--more-->)\s*$/iu;
const CUT_MARK = /(?:\[\s?(?:…|\.{3}|&hellip;)\s?\]|（……）|\[……\])\s*$/u;
const CLOSINGS: readonly RegExp[] = [
  /^the post (.{3,250}?) (?:first appeared|appeared first|was first published) on .{2,80}\.?$/iu,
  /^der beitrag (.{3,250}?) erschien zuerst auf .{2,80}\.?$/iu,
  /^l['’]article (.{3,250}?) est apparu en premier sur .{2,80}\.?$/iu,
  /^(?:la entrada|el artículo|la publicación) (.{3,250}?) (?:se publicó primero|apareció primero|aparece primero) en .{2,80}\.?$/iu,
  /^o post (.{3,250}?) apareceu primeiro em .{2,80}\.?$/iu,
  /^(?:l['’]articolo|il post) (.{3,250}?) (?:proviene da|sembra essere il primo su) .{2,80}\.?$/iu,
  /^het bericht (.{3,250}?) verscheen eerst op .{2,80}\.?$/iu,
  /^(?:сообщение|запись) (.{3,250}?) (?:появились|впервые появилась) (?:сначала )?на .{2,80}\.?$/iu,
];
const LONGEST = 320;
const LINK = /^\W{0,4}\[(.{2,250})\]\([^)\s]{0,400}\)\W{0,4}$/u;

function bareTitle(rest: string): string | null {
  const title = rest
    .replace(/^[\s:：“"«‹„「『‘'[(—–→»›-]+/u, '')
    .replace(/[\s”"»›“」』’'\])→➔➜⟶⇒►▶*_-]+$/u, '')
    .trim();
  return /[\p{L}\p{N}]/u.test(title) ? title : null;
}

function isWeak(phrase: string): boolean {
  return WEAK_WORDINGS.has(phrase.toLowerCase().replace(/\s+/gu, ' '));
}

function endsAsSentence(title: string): boolean {
  return /[^.][.。।۔]$/u.test(title);
}

function startOfLine(text: string): Teaser | null {
  const starts = STARTS.exec(text);
  if (starts?.[1] === undefined) return null;
  const rest = starts[2] ?? '';
  const title = bareTitle(rest);
  const quiet = title === null || !endsAsSentence(title);
  const colon = /^\s*[:：]/u.test(rest);
  const definite = title === null || (quiet && !colon && !isWeak(starts[1]));
  return { title, kind: 'cut', definite, inline: false };
}

/** "TITLE weiterlesen": sure by itself only when the title stands in quotation marks. */
function endOfLine(text: string): Teaser | null {
  const tail = text.slice(-LONGEST_ENDING);
  const ends = ENDS.exec(tail);
  if (ends?.[1] === undefined) return null;
  const before = text.slice(0, text.length - tail.length + ends.index + ends[0].indexOf(ends[1]));
  const title = bareTitle(before.replace(/[\s\-–—:|…]+$/u, ''));
  const quoted = /^["“„«‹「『‘'].*["”“»›」』’']\s*$/u.test(before);
  return title === null ? null : { title, kind: 'cut', definite: quoted, inline: false };
}

function endOfParagraph(line: string): Teaser | null {
  const tail = line.slice(-LONGEST);
  if (MORE_TAG.test(tail)) return { title: null, kind: 'cut', definite: true, inline: true };
  if (ARROWED.test(tail) || STOPLESS.test(tail))
    return { title: null, kind: 'cut', definite: true, inline: true };
  const match = INLINE.exec(tail);
  if (!match) return null;
  const rest = match[2] ?? '';
  const bracketed = JOINT.test(rest);
  const title = bareTitle(rest.replace(JOINT, ''));
  return { title, kind: 'cut', definite: title === null || bracketed, inline: true };
}

/** One of these stands in every wording of a paywall; to look for them takes a tenth of the time. */
const PAYWALL_WORDS =
  'to continue|to keep|to read|subscribers|abonn|lire la suite|weiterzulesen|suscriptores|seguir leyendo|riservat|continuare a leggere|assinantes|continuar lendo|verder te lezen|prenumeranter|subskrybent|подписчик|للمشتركين|会員|続きを読む|订阅后|登录后|会员专享|구독자'.split(
    '|',
  );

function mayBePaywall(text: string): boolean {
  const lower = text.toLowerCase();
  return PAYWALL_WORDS.some((words) => lower.includes(words));
}

/** The teaser in a trimmed line; null when it is none. Looks at no more than 640 characters. */
export function readTeaser(text: string): Teaser | null {
  if (text.length <= LONGEST) {
    for (const closing of CLOSINGS) {
      const title = closing.exec(text)?.[1];
      if (title !== undefined) {
        return { title: bareTitle(title), kind: 'closing', definite: true, inline: false };
      }
    }
    const line = LINK.exec(text)?.[1] ?? text;
    if (text.length <= LONGEST_PAYWALL && mayBePaywall(text) && PAYWALL.test(text)) {
      return { title: null, kind: 'cut', definite: true, inline: false };
    }
    return startOfLine(line) ?? endOfParagraph(line) ?? endOfLine(line);
  }
  return endOfParagraph(text);
}

/** True when a paragraph ends in a mark that something was left out: "[…]". */
export function endsCut(text: string): boolean {
  return CUT_MARK.test(text.slice(-20));
}
