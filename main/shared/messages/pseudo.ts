/**
 * The English texts as a tongue that doesn't exist: accents on every letter, two fifths longer,
 * between brackets. Where the interface shows plain English in it, a text has escaped the
 * catalogue; where it shows half a word, there is no room for a translation.
 */
import { en } from './en.ts';
import { partsOf, type Message } from './message.ts';

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ö',
  p: 'þ',
  q: 'ɋ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
};

const LONGER = 0.4;

export function pseudoText(text: string): string {
  const parts = partsOf(text).map((part) =>
    'name' in part ? `{${part.name}}` : lengthen(part.text),
  );
  return `[${parts.join('')}]`;
}

/** Doubles vowels here and there until the text is two fifths longer. */
function lengthen(text: string): string {
  let owed = 0;
  let longer = '';
  for (const letter of text) {
    const accented = accent(letter);
    longer += accented;
    owed += LONGER;
    while (owed >= 1 && /[aeiou]/i.test(letter)) {
      longer += accented.toLowerCase();
      owed -= 1;
    }
  }
  return longer;
}

function accent(letter: string): string {
  const small = ACCENTED[letter.toLowerCase()];
  if (small === undefined) return letter;
  return letter === letter.toLowerCase() ? small : small.toUpperCase();
}

export function pseudoMessages(): Record<string, Message> {
  return Object.fromEntries(
    Object.entries(en).map(([key, message]: [string, Message]) => [
      key,
      typeof message === 'string'
        ? pseudoText(message)
        : { one: pseudoText(message.one ?? message.other), other: pseudoText(message.other) },
    ]),
  );
}
