/** Random articles with the traps that real ones hold. */
import type { Random } from './random.ts';
import type { Language } from './vocabulary.ts';

export interface Piece {
  title: string;
  date: { year: number; month: number; day: number };
  author: string;
  tags: string[];
  /** Paragraphs, each one or some lines. */
  body: string[][];
}

export interface Traps {
  code: boolean;
  rules: boolean;
  /** Reprints with a title and a dateline. */
  reprints: boolean;
  inner: boolean;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function words(random: Random, language: Language, least: number, most: number): string {
  const count = random.int(least, most);
  return Array.from({ length: count }, () => random.pick(language.words)).join(language.joiner);
}

function sentence(random: Random, language: Language): string {
  const parts = Array.from({ length: random.int(1, 3) }, () => words(random, language, 4, 9));
  return capital(parts.join(language.comma)) + language.stop;
}

function paragraph(random: Random, language: Language): string {
  const gap = language.wide ? '' : ' ';
  return Array.from({ length: random.int(2, 6) }, () => sentence(random, language)).join(gap);
}

export function makeTitle(random: Random, language: Language): string {
  const title = capital(words(random, language, 5, 10));
  if (random.chance(0.12)) return title + (language.wide ? '？' : '?');
  if (random.chance(0.15)) {
    return `${random.pick(language.names)}${language.wide ? '：' : ': '}${title}`;
  }
  return title;
}

function trap(random: Random, language: Language, traps: Traps): string[][] {
  const kind = random.int(0, 9);
  const stop = language.wide ? '。' : language.stop;
  switch (kind) {
    case 0:
      return [[`“${capital(words(random, language, 6, 11))}${stop}”`]];
    case 1:
      return [[language.salutation]];
    case 2:
      return traps.inner ? [[random.pick(language.inner)], [paragraph(random, language)]] : [];
    case 3: {
      const [asks, answers] = language.turns;
      const colon = language.wide ? '：' : ': ';
      return Array.from({ length: 3 }, () => [
        [`${asks}${colon}${capital(words(random, language, 4, 9))}?`],
        [`${answers}${colon}${paragraph(random, language)}`],
      ]).flat();
    }
    case 4:
      return [Array.from({ length: random.int(3, 6) }, () => `• ${sentence(random, language)}`)];
    case 5:
      return [
        Array.from(
          { length: random.int(3, 5) },
          (_, i) => `${i + 1}. ${sentence(random, language)}`,
        ),
      ];
    case 6:
      return [
        Array.from(
          { length: 4 },
          () => capital(words(random, language, 3, 5)) + (language.wide ? '，' : ','),
        ),
      ];
    case 7:
      return traps.code ? [['```sh', '# a comment, not a heading', 'run --all', '```']] : [];
    case 8:
      return traps.rules
        ? [['* * *'], [paragraph(random, language)]]
        : [[sentence(random, language)]];
    default:
      return [[sentence(random, language)]];
  }
}

function reprint(random: Random, language: Language): string[][] {
  const place = random.pick(language.places);
  const day = random.int(1, 28);
  const head = language.wide
    ? `${place}${random.int(1, 12)}月${day}日电 `
    : `${place}, ${language.date(2021, 3, day)} (HPA) — `;
  return [
    [language.announces],
    [makeTitle(random, language)],
    [head + paragraph(random, language)],
    [paragraph(random, language)],
  ];
}

export function makePiece(random: Random, language: Language, traps: Traps): Piece {
  const body: string[][] = [[paragraph(random, language)]];
  for (let i = random.int(2, 9); i > 0; i -= 1) {
    body.push([paragraph(random, language)]);
    if (random.chance(0.25)) body.push(...trap(random, language, traps));
  }
  body.push([paragraph(random, language)]);
  if (traps.reprints && random.chance(0.12)) body.push(...reprint(random, language));
  return {
    title: makeTitle(random, language),
    date: { year: random.int(2015, 2024), month: random.int(1, 12), day: random.int(1, 28) },
    author: random.pick(language.names),
    tags: [random.pick(language.words), random.pick(language.words)],
    body,
  };
}
