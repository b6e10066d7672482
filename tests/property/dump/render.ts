/** Sets pieces as the text dumps that people have: one renderer a layout. */
import type { Piece } from './articles.ts';
import type { Random } from './random.ts';
import type { Language } from './vocabulary.ts';

export interface GoldPost {
  title: string;
  titleLine: number;
  startLine: number;
  truncated: boolean;
  /** The line of the teaser; null when the text is whole. */
  teaserLine: number | null;
}

/** A dump being written; lines count from 1. */
export class Sheet {
  readonly lines: string[] = [];
  readonly posts: GoldPost[] = [];
  private start = 1;

  add(...lines: string[]): void {
    this.lines.push(...lines);
  }

  blank(count = 1): void {
    for (let i = 0; i < count; i += 1) this.lines.push('');
  }

  begin(): void {
    this.start = this.lines.length + 1;
  }

  title(line: string, title: string): void {
    this.lines.push(line);
    const titleLine = this.lines.length;
    this.posts.push({
      title,
      titleLine,
      startLine: this.start,
      truncated: false,
      teaserLine: null,
    });
  }

  teaser(line: string): void {
    this.lines.push(line);
    const post = this.posts.at(-1);
    if (!post) return;
    post.truncated = true;
    post.teaserLine = this.lines.length;
  }
}

export interface Setting {
  random: Random;
  language: Language;
  /** Share of the pieces that are cut with a teaser. */
  cut: number;
  teaser: string;
  /** Columns that paragraphs are broken at; null for none. */
  wrap: number | null;
  /** Blank lines between paragraphs. */
  gap: number;
}

function wrapped(text: string, width: number | null): string[] {
  if (width === null || text.length <= width || !text.includes(' ')) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The text of a piece, cut with a teaser now and then. */
function body(sheet: Sheet, piece: Piece, setting: Setting): void {
  const isCut = setting.random.chance(setting.cut) && piece.body.length > 2;
  const paragraphs = isCut ? piece.body.slice(0, setting.random.int(1, 3)) : piece.body;
  for (const [i, paragraph] of paragraphs.entries()) {
    if (i > 0) sheet.blank(setting.gap);
    for (const line of paragraph) sheet.add(...wrapped(line, setting.wrap));
  }
  if (!isCut) return;
  sheet.blank(setting.gap);
  sheet.teaser(setting.teaser.replace('%', piece.title));
}

function dateText(piece: Piece, language: Language): string {
  return language.date(piece.date.year, piece.date.month, piece.date.day);
}

function isoText({ date }: Piece): string {
  return `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

export type Renderer = (sheet: Sheet, pieces: readonly Piece[], setting: Setting) => void;

const boxed: Renderer = (sheet, pieces, setting) => {
  const mark = setting.random.pick(['=', '#', '*', '-', '~', '═']);
  const rule = mark.repeat(setting.random.int(40, 76));
  const described = setting.random.chance(0.7);
  if (setting.random.chance(0.5)) sheet.add('ARCHIVE EXPORT', `${pieces.length} posts`, '');
  for (const piece of pieces) {
    sheet.begin();
    sheet.add(rule);
    sheet.title(piece.title, piece.title);
    if (described) sheet.add(`${isoText(piece)} | ${piece.author}`);
    sheet.add(rule, '');
    body(sheet, piece, setting);
    sheet.blank(setting.random.int(1, 2));
  }
};

const ruled: Renderer = (sheet, pieces, setting) => {
  const rule = setting.random.pick([
    '-'.repeat(60),
    '_'.repeat(40),
    '=====',
    '~~~~~~~~~~',
    '##########',
    '─'.repeat(50),
  ]);
  const dated = setting.random.chance(0.5);
  for (const [i, piece] of pieces.entries()) {
    sheet.begin();
    if (i > 0) sheet.add(rule, '');
    sheet.title(piece.title, piece.title);
    if (dated) sheet.add(dateText(piece, setting.language));
    sheet.blank();
    body(sheet, piece, setting);
    sheet.blank();
  }
};

const stars: Renderer = (sheet, pieces, setting) => {
  const rule = setting.random.pick(['* * *', '***', '⁂', '- - -', '§']);
  for (const [i, piece] of pieces.entries()) {
    sheet.begin();
    if (i > 0) sheet.add(rule, '');
    sheet.title(piece.title, piece.title);
    sheet.blank();
    body(sheet, piece, setting);
    sheet.blank();
  }
};

const headers: Renderer = (sheet, pieces, setting) => {
  const { fields, wide } = setting.language;
  const colon = wide ? '：' : ': ';
  const dateFirst = setting.random.chance(0.3);
  const gap = setting.random.int(1, 3);
  for (const piece of pieces) {
    sheet.begin();
    const date = `${fields.date}${colon}${setting.random.chance(0.5) ? isoText(piece) : dateText(piece, setting.language)}`;
    if (dateFirst) sheet.add(date);
    sheet.title(`${fields.title}${colon}${piece.title}`, piece.title);
    if (!dateFirst) sheet.add(date);
    if (setting.random.chance(0.8)) sheet.add(`${fields.author}${colon}${piece.author}`);
    if (setting.random.chance(0.4)) sheet.add(`${fields.tags}${colon}${piece.tags.join(', ')}`);
    sheet.blank();
    body(sheet, piece, setting);
    sheet.blank(gap);
  }
};

const frontMatter: Renderer = (sheet, pieces, setting) => {
  for (const piece of pieces) {
    sheet.begin();
    sheet.add('---');
    sheet.title(`title: "${piece.title.replaceAll('"', '')}"`, piece.title);
    sheet.add(
      `date: ${isoText(piece)}`,
      `author: ${piece.author}`,
      'tags:',
      ...piece.tags.map((tag) => `  - ${tag}`),
    );
    sheet.add('---', '');
    body(sheet, piece, setting);
    sheet.blank();
  }
};

const markdown: Renderer = (sheet, pieces, setting) => {
  const second = setting.random.chance(0.35);
  const dated = second || setting.random.chance(0.6);
  if (second) sheet.add('# Archive', '');
  for (const piece of pieces) {
    sheet.begin();
    sheet.title(`${second ? '##' : '#'} ${piece.title}`, piece.title);
    sheet.blank();
    if (dated) sheet.add(`*${dateText(piece, setting.language)} · ${piece.author}*`, '');
    const inner = second ? '###' : '##';
    body(
      sheet,
      {
        ...piece,
        body: piece.body.flatMap((p, i) =>
          i === 2 ? [[`${inner} ${setting.random.pick(setting.language.inner)}`], p] : [p],
        ),
      },
      setting,
    );
    sheet.blank();
  }
};

const numbered: Renderer = (sheet, pieces, setting) => {
  const style = setting.random.pick([
    '#. ',
    '#) ',
    '[#] ',
    '(#) ',
    setting.language.wide ? '第#篇 ' : '#. ',
  ]);
  const contents = setting.random.chance(0.6);
  if (contents) {
    sheet.add(setting.language.contents, '');
    for (const [i, piece] of pieces.entries()) sheet.add(`${i + 1}. ${piece.title}`);
    sheet.blank(2);
  }
  const dated = setting.random.chance(0.4);
  for (const [i, piece] of pieces.entries()) {
    sheet.begin();
    sheet.title(style.replace('#', String(i + 1)) + piece.title, piece.title);
    if (dated) sheet.add(dateText(piece, setting.language));
    sheet.blank();
    body(sheet, piece, setting);
    sheet.blank(setting.random.int(1, 2));
  }
};

const listed: Renderer = (sheet, pieces, setting) => {
  sheet.add(setting.language.contents, '');
  for (const piece of pieces) sheet.add(piece.title);
  sheet.blank(2);
  for (const piece of pieces) {
    sheet.begin();
    sheet.title(piece.title, piece.title);
    sheet.blank();
    body(sheet, piece, setting);
    sheet.blank();
  }
};

const documents: Renderer = (sheet, pieces, setting) => {
  const { counter } = setting.language;
  for (const [i, piece] of pieces.entries()) {
    sheet.begin();
    sheet.add(counter.replace('{n}', String(i + 1)).replace('{N}', String(pieces.length)));
    sheet.add('', '', 'The Harbour Gazette', '', dateText(piece, setting.language), '');
    sheet.title(piece.title, piece.title);
    sheet.add(
      '',
      `BYLINE: ${piece.author}`,
      '',
      `LENGTH: ${setting.random.int(200, 900)} words`,
      '',
    );
    body(sheet, piece, setting);
    sheet.add(
      '',
      'LOAD-DATE: March 3, 2021',
      '',
      'LANGUAGE: ENGLISH',
      '',
      'Copyright 2021 Harbour Gazette',
      '',
      '',
    );
  }
};

const chrome: Renderer = (sheet, pieces, setting) => {
  const { language, random } = setting;
  const form = random.int(0, 2);
  const foot = random.chance(0.7);
  const air = random.int(0, 1);
  for (const piece of pieces) {
    sheet.begin();
    sheet.title(piece.title, piece.title);
    sheet.blank(air);
    const date = dateText(piece, language);
    if (form === 0) sheet.add(`${language.by} ${piece.author} | ${date}`);
    else if (form === 1) sheet.add(`${language.on} ${date}`, `${language.by} ${piece.author}`);
    else sheet.add(`${date} · ${random.int(1, 12)} min`);
    sheet.blank();
    body(sheet, piece, setting);
    sheet.blank();
    if (foot) {
      sheet.add(`${language.filed} ${piece.tags.join(', ')}`);
      if (random.chance(0.5)) sheet.add(language.share, 'Facebook', 'Twitter');
      sheet.add(random.pick(language.comments), '');
    }
  }
};

const dateAbove: Renderer = (sheet, pieces, setting) => {
  for (const piece of pieces) {
    sheet.begin();
    sheet.add(dateText(piece, setting.language));
    sheet.title(piece.title, piece.title);
    sheet.blank();
    body(sheet, piece, setting);
    sheet.blank();
  }
};

const gaps: Renderer = (sheet, pieces, setting) => {
  const gap = setting.random.int(2, 4) + setting.gap - 1;
  for (const piece of pieces) {
    sheet.begin();
    sheet.title(piece.title, piece.title);
    sheet.blank(setting.gap);
    body(sheet, piece, setting);
    sheet.blank(gap);
  }
};

const pages: Renderer = (sheet, pieces, setting) => {
  const own = setting.random.chance(0.5);
  for (const [i, piece] of pieces.entries()) {
    sheet.begin();
    if (own && i > 0) sheet.add('\f');
    sheet.title(!own && i > 0 ? `\f${piece.title}` : piece.title, piece.title);
    sheet.blank();
    body(sheet, piece, setting);
    sheet.blank();
  }
};

const underlined: Renderer = (sheet, pieces, setting) => {
  const mark = setting.random.pick(['=', '-', '~']);
  for (const piece of pieces) {
    sheet.begin();
    sheet.title(piece.title, piece.title);
    const width = setting.language.wide ? piece.title.length * 2 : piece.title.length;
    sheet.add(mark.repeat(Math.max(5, width)), '');
    body(sheet, piece, setting);
    sheet.blank();
  }
};

const framed: Renderer = (sheet, pieces, setting) => {
  const [open, close] = setting.random.pick([
    ['=== ', ' ==='],
    ['*** ', ' ***'],
    ['■ ', ''],
    ['【', '】'],
    ['---- ', ' ----'],
  ] as const);
  for (const piece of pieces) {
    sheet.begin();
    sheet.title(open + piece.title + close, piece.title);
    sheet.blank();
    body(sheet, piece, setting);
    sheet.blank();
  }
};

const plain: Renderer = (sheet, pieces, setting) => {
  for (const piece of pieces) {
    sheet.begin();
    sheet.title(piece.title, piece.title);
    sheet.blank(setting.gap);
    body(sheet, piece, setting);
    sheet.blank(setting.gap);
  }
};

/** Every article among the same lines, whose wording is the file's own. */
const records: Renderer = (sheet, pieces, setting) => {
  const { random, language } = setting;
  const label = (): string =>
    Array.from({ length: random.int(1, 3) }, () => random.pick(language.words)).join(
      language.joiner,
    );
  const line = random.pick([
    (piece: Piece, name: string) => `${name} ${piece.date.day * 31}`,
    (_: Piece, name: string) => name,
    (piece: Piece, name: string) => `${name}: ${piece.tags[0] ?? name}`,
    (piece: Piece) => dateText(piece, language),
  ] as const);
  const over = Array.from({ length: random.int(0, 2) }, label);
  const under = Array.from({ length: random.int(1, 3) }, label);
  const foot = Array.from({ length: random.int(1, 3) }, label);
  const gap = random.int(0, 1);
  for (const piece of pieces) {
    sheet.begin();
    for (const name of over) sheet.add(line(piece, name));
    sheet.title(piece.title, piece.title);
    sheet.blank(gap);
    for (const name of under) sheet.add(line(piece, name));
    sheet.blank();
    body(sheet, piece, setting);
    sheet.blank();
    for (const name of foot) sheet.add(name);
    sheet.blank();
  }
};

const changed: Renderer = (sheet, pieces, setting) => {
  const half = pieces.length >> 1;
  const [first, second] = setting.random.pick([
    [boxed, headers],
    [headers, chrome],
    [markdown, headers],
    [chrome, boxed],
  ] as const);
  first(sheet, pieces.slice(0, half), setting);
  sheet.blank();
  second(sheet, pieces.slice(half), setting);
};

export const RENDERERS = {
  boxed,
  ruled,
  stars,
  headers,
  frontMatter,
  markdown,
  numbered,
  listed,
  documents,
  chrome,
  dateAbove,
  gaps,
  pages,
  underlined,
  framed,
  plain,
  records,
  changed,
} as const satisfies Record<string, Renderer>;

export type LayoutName = keyof typeof RENDERERS;
