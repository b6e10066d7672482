/**
 * Folding makes one index term of all ways to write the same word: NFKC, lower case, and no accents
 * where readers leave them out (Latin, Greek, Arabic and Hebrew points, Russian ё). Marks that
 * carry the word itself, as in Indic scripts or й, stay. `fold` is idempotent.
 */

const ASCII_WORD = /^[A-Za-z0-9]+$/;
const ASCII = /^[\x20-\x7e]*$/;
const NOT_ASCII_WORD = /[^a-z0-9]+/g;
const NOT_WORD = /[^\p{L}\p{N}\p{M}]+/gu;
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
const POINTS = /[\u{591}-\u{5c7}\u{610}-\u{61a}\u{64b}-\u{65f}\u{670}\u{640}]+/gu;
const RUSSIAN_YO = /\u0435\u0308/gu;

/**
 * Letters that Unicode doesn't decompose, though readers type them without their stroke or
 * ligature.
 */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/**
 * The index form of one word; may be empty. Everything but letters, digits and marks is left out.
 */
export function fold(word: string): string {
  if (ASCII_WORD.test(word)) return word.toLowerCase();
  if (ASCII.test(word)) return word.toLowerCase().replace(NOT_ASCII_WORD, '');
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(NOT_WORD, '')
    .replace(ACCENTED, '$1')
    .replace(RUSSIAN_YO, '\u0435')
    .replace(POINTS, '')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}
