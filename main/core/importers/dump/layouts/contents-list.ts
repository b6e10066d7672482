/** A table of contents at the start of the file names the titles that follow. */
import { readHead, type ArticleHead } from '../article-head.ts';
import type { DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import { titleForm } from '../title-form.ts';
import { listedTitle, titleKey, type TitlePlaces } from '../title-key.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

const CONTENTS_HEADING =
  /^(?:table of )?contents?:?$|^(?:in this (?:issue|file)|index|inhalt(?:sverzeichnis)?|übersicht|sommaire|table des matières|índice|contenido|sumário|indice|sommario|inhoud(?:sopgave)?|innehåll|indhold|innhold|sisällys(?:luettelo)?|spis treści|obsah|tartalom|cuprins|содержание|оглавление|зміст|съдържание|περιεχόμενα|içindekiler|المحتويات|الفهرس|فهرست|תוכן(?: העניינים)?|विषय[- ]सूची|अनुक्रमणिका|সূচিপত্র|目录|目錄|目次|もくじ|차례|목차|mục lục|daftar isi|สารบัญ):?$/iu;

export interface Contents {
  /** First and last line, its heading included. */
  first: number;
  last: number;
  /** The title lines it names, in file order. */
  titleLines: number[];
  entries: number;
}

const LINES_FROM_TOP = 40;
const LEAST_ENTRIES = 3;

/** Finds the list: title-sized lines near the top of which most stand again, in order, below. */
export function findContents(dump: DumpText, titles: TitlePlaces): Contents | null {
  const tops: number[] = [];
  for (let at = -1, seen = 0; seen < LINES_FROM_TOP; seen += 1) {
    at =
      at === -1 && dump.lines[0]?.text !== ''
        ? 0
        : (dump.next[Math.max(0, at)] ?? dump.lines.length);
    if (at >= dump.lines.length) break;
    tops.push(at);
  }
  for (const [i, at] of tops.entries()) {
    const found = listFrom(dump, titles, at);
    if (!found) continue;
    const above = tops[i - 1];
    const text =
      above === undefined
        ? ''
        : (dump.lines[above]?.text ?? '').replace(/^[#*=\s]+|[*=\s]+$/gu, '');
    const titled =
      above !== undefined && (CONTENTS_HEADING.test(text) || dump.lines[above]?.rule != null);
    return { ...found, first: titled ? above : found.first };
  }
  return null;
}

function placesOf(titles: TitlePlaces, text: string): readonly number[] {
  return titles.get(titleKey(listedTitle(text))) ?? titles.get(titleKey(text)) ?? [];
}

/** What stands in the file more often is furniture. */
const MOST_PLACES = 5;

function standsBelow(dump: DumpText, titles: TitlePlaces, at: number): boolean {
  const line = dump.lines[at];
  if (!line || line.text.length > 260 || line.chrome || line.meta?.rest.length === 0) return false;
  if (line.field?.name != null && line.field.name !== 'title') return false;
  const places = placesOf(titles, line.text);
  return places.length <= MOST_PLACES && places.some((place) => place > at);
}

function listFrom(dump: DumpText, titles: TitlePlaces, first: number): Contents | null {
  const lines: number[] = [];
  let misses = 0;
  let last = first - 1;
  const seen = new Map<string, number>();
  for (let at = first; at < dump.lines.length; at = dump.next[at] ?? dump.lines.length) {
    const line = dump.lines[at];
    if (!line || line.width > 260) break;
    const key = titleKey(listedTitle(line.text));
    const again = standsBelow(dump, titles, at);
    // A title again: the list is over, unless the file has two posts of that name.
    const before = seen.get(key) ?? 0;
    if (before > 0 && before * 2 >= placesOf(titles, line.text).length) break;
    if (!again && (lines.length === 0 || misses > lines.length * 0.25)) break;
    if (again) {
      seen.set(key, before + 1);
      lines.push(at);
      last = at;
    } else misses += 1;
  }
  if (lines.length < LEAST_ENTRIES) return null;
  const titleLines: number[] = [];
  let from = last;
  for (const at of lines) {
    const place = placesOf(titles, dump.lines[at]?.text ?? '').find((one) => one > from);
    if (place === undefined) continue;
    titleLines.push(place);
    from = place;
  }
  if (titleLines.length < Math.max(LEAST_ENTRIES, lines.length * 0.6)) return null;
  const titled = titleLines.filter((at) => titleForm(dump, at) >= 0.3).length;
  if (titled < titleLines.length * 0.7) return null;
  return { first, last, titleLines, entries: lines.length };
}

export function contentsLayout(dump: DumpText, contents: Contents): Layout {
  const heads: ArticleHead[] = contents.titleLines.map((at) => {
    const title = dump.lines[at]?.ordinal?.title;
    return readHead(dump, at, at, title === undefined ? {} : { title });
  });
  return {
    id: 'contents-list',
    name: phrase('habit.contents'),
    prior: 0.9 + 0.08 * (contents.titleLines.length / contents.entries),
    heads,
    reason: phrase('reason.contents'),
    contents: [contents.first, contents.last],
  };
}
