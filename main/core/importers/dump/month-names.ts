/** Month names of many languages, taken from the runtime's own locale data. */

const LOCALES = [
  ...['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'sk', 'sl'],
  ...['ro', 'hu', 'ru', 'uk', 'bg', 'sr', 'el', 'tr', 'ar', 'fa', 'he', 'hi', 'bn', 'ur', 'id'],
  ...['ca', 'eu', 'lt', 'lv', 'et', 'ta', 'mr', 'ne', 'sw'],
  ...['th', 'hr', 'is', 'ga', 'te', 'ml', 'kn', 'gu', 'pa', 'az', 'kk', 'ka', 'hy', 'af', 'gl'],
];
const SHAPES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];
/** Written by people, absent from the locale data. */
const MORE: readonly (readonly [string, number])[] = [
  ['sept', 9],
  ['كانون الثاني', 1],
  ['شباط', 2],
  ['آذار', 3],
  ['نيسان', 4],
  ['أيار', 5],
  ['حزيران', 6],
  ['تموز', 7],
  ['آب', 8],
  ['أيلول', 9],
  ['تشرين الأول', 10],
  ['تشرين الثاني', 11],
  ['كانون الأول', 12],
  ['جانفي', 1],
  ['فيفري', 2],
  ['أفريل', 4],
  ['ماي', 5],
  ['جوان', 6],
  ['جويلية', 7],
  ['أوت', 8],
];

function monthTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>(MORE);
  for (const locale of LOCALES) {
    for (const shape of SHAPES) {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, {
        ...shape,
        timeZone: 'UTC',
      });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2021, month - 1, 15));
        const name = parts.find((part) => part.type === 'month')?.value ?? '';
        const word = name
          .toLowerCase()
          .replace(/\.$/u, '')
          .replace(/^de |^d['’]/u, '');
        if (/^[^\d]{2,}$/u.test(word) && !table.has(word)) table.set(word, month);
      }
    }
  }
  return table;
}

/** The word for “in” is one with the month. */
const HEBREW_IN = /^ב(?=\p{Script=Hebrew}{2})/u;

let table: ReadonlyMap<string, number> | null = null;

/** 1..12 for a month's name or abbreviation in any known language; null for any other word. */
export function monthNumber(word: string): number | null {
  // Built on first use: the locale data costs 70 ms, which a program that never splits shouldn't pay.
  table ??= monthTable();
  const plain = word.toLowerCase().replace(/\.$/u, '');
  return table.get(plain) ?? table.get(plain.replace(HEBREW_IN, '')) ?? null;
}
