/** One line of a dump and what can be said of it alone. Made once; everything else reads it. */
import { readField, type Field } from './field-name.ts';
import { readByline, readChrome, readMeta, type Chrome, type MetaParts } from './page-chrome.ts';
import { readFramed, readRule, type Framed, type Rule } from './rule-line.ts';
import { readTeaser, type Teaser } from './teaser-line.ts';

export interface Ordinal {
  /** What surrounds the number: "#.", "#)", "[#]". */
  style: string;
  number: number;
  title: string;
}

export interface Counter {
  number: number;
  total: number | null;
}

/** What most lines have nothing of. */
interface Marks {
  rule: Rule | null;
  framed: Framed | null;
  heading: { level: number; title: string } | null;
  field: Field | null;
  ordinal: Ordinal | null;
  counter: Counter | null;
  teaser: Teaser | null;
  chrome: Chrome | null;
  byline: string | null;
  meta: MetaParts | null;
}

const NO_MARKS: Readonly<Marks> = Object.freeze({
  rule: null,
  framed: null,
  heading: null,
  field: null,
  ordinal: null,
  counter: null,
  teaser: null,
  chrome: null,
  byline: null,
  meta: null,
});

const FORM_FEED = 1;
const BULLETED = 2;
const QUOTE = 4;
const CODE = 8;

/** A dump has millions of them: what is rare takes no room in the others. */
export class TextLine {
  /** White space, form feeds and a byte order mark trimmed; "" for a blank line. */
  readonly text: string;
  /** Columns of white space in front. */
  readonly indent: number;
  /** Cells: East Asian wide characters count two. */
  readonly width: number;
  private marks: Readonly<Marks>;
  private bits: number;

  constructor(
    text: string,
    form: { indent: number; width: number; formFeed: boolean; bullet: boolean; quoted: boolean },
    marks: Readonly<Marks>,
  ) {
    this.text = text;
    this.indent = form.indent;
    this.width = form.width;
    this.bits =
      (form.formFeed ? FORM_FEED : 0) | (form.bullet ? BULLETED : 0) | (form.quoted ? QUOTE : 0);
    this.marks = marks;
  }

  get formFeed(): boolean {
    return (this.bits & FORM_FEED) !== 0;
  }

  get bullet(): boolean {
    return (this.bits & BULLETED) !== 0;
  }

  get quoted(): boolean {
    return (this.bits & QUOTE) !== 0;
  }

  /** Set by the scan over the whole file: inside a code fence, or the fence itself. */
  get code(): boolean {
    return (this.bits & CODE) !== 0;
  }

  set code(is: boolean) {
    this.bits = is ? this.bits | CODE : this.bits & ~CODE;
  }

  get rule(): Rule | null {
    return this.marks.rule;
  }

  get framed(): Framed | null {
    return this.marks.framed;
  }

  get heading(): Marks['heading'] {
    return this.marks.heading;
  }

  get field(): Field | null {
    return this.marks.field;
  }

  get ordinal(): Ordinal | null {
    return this.marks.ordinal;
  }

  get counter(): Counter | null {
    return this.marks.counter;
  }

  get teaser(): Teaser | null {
    return this.marks.teaser;
  }

  get chrome(): Chrome | null {
    return this.marks.chrome;
  }

  get byline(): string | null {
    return this.marks.byline;
  }

  get meta(): MetaParts | null {
    return this.marks.meta;
  }

  /** Seen among the others, the line is none of these. */
  forget(...names: (keyof Marks)[]): void {
    if (this.marks === NO_MARKS) return;
    this.marks = { ...this.marks, ...Object.fromEntries(names.map((name) => [name, null])) };
  }
}

const EMPTY = { indent: 0, width: 0, formFeed: false, bullet: false, quoted: false };
const BLANK = new TextLine('', EMPTY, NO_MARKS);
Object.freeze(BLANK);
/** Longer lines are paragraphs: only their ends are looked at. */
const LONGEST_SHORT = 320;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
const HEADING = /^(#{1,6})\s+(\S.*?)(?:\s+#+)?$/u;
const BULLET = /^(?:[-*+•‣▪◦·–—‐●○]|\(?[a-z]\)|o)\s+\S/u;
const QUOTED = /^(?:>|["“„«‹「『‘'])/u;
const ORDINAL =
  /^(?:(?:No\.?|Nr\.?|N[°º]|№|#|Article|Artikel|Artículo|Artigo|Articolo|Статья|مقال|المقال|लेख|Chapter|Post|Story|Item|Part|Beitrag|Meldung|Bericht|Texte?|Testo|Texto|Nota|Noticia|Notícia|Nyhet|Inlägg|Uutinen|Artykuł|Tekst|Wpis|Článek|Cikk|Makale|Haber|Yazı|Bài|Tin|Berita|Άρθρο|Κείμενο|Текст|Заметка|Новость|Материал|خبر|نص|گزارش|ידיעה|समाचार|ข่าว|기사|글|記事|文章|新闻)\s?)?([[(（【［]?)(第)?(\d{1,4}|[一二三四五六七八九十百]{1,4}|[IVXLC]{1,6})(篇|章|回|号|條|条)?([\])）】］]?)\s?([.．:：、)\]–—|-]|(?=\s)|(?<=[】］]))\s*(\S.*)$/u;
const COUNTER =
  /^[-–—=*#[(<\s]{0,6}(?:(document|article|item|doc|record|story|result|post|text|dokument|artikel|beitrag|documento|artículo|articulo|artigo|articolo|документ|статья|وثيقة|مقال|दस्तावेज़|文档|文章|記事|문서|tài liệu|dokumen)\s*)?(?:no\.?\s*|nr\.?\s*|#|第)?\s?(\d{1,6})\s*(?:篇|件)?\s*(?:(?:of|von|de|di|sur|из|od|van|av|af|の|من|में से|trong|dari|\/|／|共|，共)\s*(\d{1,6})\s*(?:篇|件)?\s*(documents?|articles?|items?|records?|stories|results?|posts?|texts?|dokumenten?|artikeln?|beiträgen?|documentos?|artículos?|artigos?|articoli|документ(?:ов|а)?|стат(?:ей|ьи)|وثائق|مقالات|دस्तावेज़|文档|文章|記事|문서)?)?[-–—=*#\])>\s.:：]{0,6}$/iu;

/** Cells that a text takes in a fixed-width font, near enough. */
export function cellWidth(text: string): number {
  if (!/[^\x00-\u04ff]/u.test(text)) return text.length;
  return text.length + (text.match(WIDE)?.length ?? 0);
}

const HAN_DIGITS = '一二三四五六七八九';

function hanNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const sign of text) {
    if (sign === '十') total += (digit || 1) * 10;
    else if (sign === '百') total += (digit || 1) * 100;
    else {
      digit = HAN_DIGITS.indexOf(sign) + 1;
      continue;
    }
    digit = 0;
  }
  return total + digit;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function romanNumber(text: string): number {
  const values = [...text].map((sign) => ROMAN[sign] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** The value of digits, of a Roman or of a Chinese numeral. */
export function numberOf(digits: string): number {
  if (/\d/u.test(digits)) return Number(digits);
  return /^[IVXLC]+$/u.test(digits) ? romanNumber(digits) : hanNumber(digits);
}

function readOrdinal(text: string): Ordinal | null {
  const match = ORDINAL.exec(text);
  if (!match) return null;
  const [, open = '', prefix = '', digits = '', counter = '', close = '', mark = '', title = ''] =
    match;
  const named = text.slice(0, text.indexOf(digits) - open.length - prefix.length);
  if (mark === '' && close === '' && counter === '' && named.trim() === '') return null;
  if (
    !/\p{L}/u.test(title) ||
    (/^\d/u.test(title) && mark !== '' && !/\s/u.test(text[text.length - title.length - 1] ?? ' '))
  )
    return null;
  const number = numberOf(digits);
  const kind = /\d/u.test(digits) ? '#' : /[IVXLC]/u.test(digits) ? 'I' : '一';
  return {
    style: `${named}${open}${prefix}${kind}${counter}${close}${mark}`,
    number,
    title: title.trim(),
  };
}

function readCounter(text: string): Counter | null {
  if (text.length > 80) return null;
  const match = COUNTER.exec(text);
  if (!match?.[2]) return null;
  const named = match[1] !== undefined || match[4] !== undefined;
  const total = match[3] === undefined ? null : Number(match[3]);
  const number = Number(match[2]);
  if (!named && (total === null || !/[\p{L}共]/u.test(text))) {
    // "3/20" is also a score or a fraction; it must at least count within its total.
    if (total === null || number > total || number === 0) return null;
  }
  return total !== null && number > total ? null : { number, total };
}

function indentOf(line: string): number {
  const first = line.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return 0;
  let columns = 0;
  for (const sign of line.slice(0, 200)) {
    if (sign === '\t') columns += 4;
    else if (/\s/u.test(sign)) columns += 1;
    else break;
  }
  return columns;
}

/** Everything that one line says. */
export function readTextLine(line: string): TextLine {
  const text = line.replace(/^\ufeff/u, '').trim();
  const formFeed = line.length <= 2000 ? line.includes('\f') : line.startsWith('\f');
  if (text === '') return formFeed ? new TextLine('', { ...EMPTY, formFeed }, NO_MARKS) : BLANK;
  const isLong = text.length > LONGEST_SHORT;
  const form = {
    indent: indentOf(line),
    width: isLong ? text.length : cellWidth(text),
    formFeed,
    bullet: BULLET.test(isLong ? text.slice(0, 8) : text),
    quoted: QUOTED.test(text),
  };
  if (isLong) {
    const teaser = readTeaser(text);
    return new TextLine(text, form, teaser === null ? NO_MARKS : { ...NO_MARKS, teaser });
  }
  const rule = readRule(text);
  if (rule) return new TextLine(text, { ...form, bullet: false }, { ...NO_MARKS, rule });
  return new TextLine(text, form, readMarks(text));
}

function readMarks(text: string): Readonly<Marks> {
  const heading = HEADING.exec(text);
  const marks: Marks = {
    rule: null,
    framed: readFramed(text),
    heading: heading?.[1] && heading[2] ? { level: heading[1].length, title: heading[2] } : null,
    field: readField(text),
    ordinal: readOrdinal(text),
    counter: readCounter(text),
    teaser: readTeaser(text),
    chrome: readChrome(text),
    byline: readByline(text),
    meta: readMeta(text),
  };
  const { framed, field, ordinal, counter, teaser, chrome, byline, meta } = marks;
  const found = framed ?? marks.heading ?? field ?? ordinal ?? counter ?? teaser ?? chrome;
  return (found ?? byline ?? meta) === null ? NO_MARKS : marks;
}
