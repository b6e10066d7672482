/** Titles of feeds: said to be text, found to be text, escaped text or HTML. */
import { textOf } from '../html/hast-nodes.ts';
import { parseFragment } from '../html/parse.ts';

/** Elements that stand in titles. Others (`vector<int>`) are words. */
const INLINE_TAG =
  /<\/?(?:a|abbr|b|br|cite|code|em|font|i|img|mark|p|q|s|small|span|strong|sub|sup|tt|u|wbr)(?:\s[^<>]*)?\/?>/i;
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i;

/** The title's words; null where there are none. */
export function plainTitle(written: string | null): string | null {
  if (written === null) return null;
  const text = INLINE_TAG.test(written)
    ? htmlText(written)
    : ENTITY.test(written)
      ? htmlText(written.replaceAll('<', '&lt;'))
      : written;
  const title = text.replace(/\s+/g, ' ').trim();
  return title === '' ? null : title;
}

/** The text of a piece of HTML, whatever is in it. */
export function htmlText(html: string): string {
  return textOf(parseFragment(html).tree);
}

const LONGEST = 80;

/** A title for what has none, from its first words. */
export function titleFromText(text: string): string | null {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return null;
  const sentence = /^.{8,}?[.!?。！？](?=\s|$)/u.exec(words)?.[0] ?? words;
  if (sentence.length <= LONGEST) return sentence;
  const cut = sentence.slice(0, LONGEST);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > LONGEST / 2 ? space : LONGEST).replace(/[\ud800-\udbff]$/, '')}…`;
}
