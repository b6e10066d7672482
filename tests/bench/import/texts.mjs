/** Generated dumps for the benchmarks: the same for the same number, no two posts alike. */
import { closeSync, mkdirSync, openSync, writeSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STEMS =
  'harbour ferry lamp quay gale keeper tide weather customs pilot ledger chandler rope mast anchor light winter board council street paper market fishing engine ship captain letter book column wind station morning evening school bridge river mill';
const VOCABULARY = STEMS.split(' ').flatMap((stem) =>
  ['', 's', 'er', 'ing', 'less'].map((end) => stem + end),
);
const ACCENTED_STEMS =
  'phare écluse marée œuvre forêt tempête château côte pêcheur hôtel théâtre été fenêtre bâtiment rivière école musée façade lumière août Straße Brücke Größe Wörter über für Mädchen niño corazón mañana montaña';
const ACCENTED = ACCENTED_STEMS.split(' ').flatMap((stem) =>
  ['', 's', 'es', 'té', 'ère'].map((end) => stem + end),
);
const RULE = '='.repeat(60);

/** @param {number} seed */
function randomBelow(seed) {
  let state = seed * 2_654_435_761 + 1;
  /** @param {number} below */
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/**
 * About half a kilobyte a paragraph, different for every number.
 *
 * @param {number} nth
 * @param {number} paragraphs
 */
export function postOf(nth, paragraphs = 6) {
  const next = randomBelow(nth);
  const word = () => VOCABULARY[next(VOCABULARY.length)] ?? '';
  const sentence = () => {
    const words = Array.from({ length: 8 + next(14) }, word).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 3 + next(3) }, sentence).join(' ');
  const body = Array.from({ length: paragraphs }, paragraph).join('\n\n');
  const title = `The ${word()} of the ${word()} number ${nth}`;
  return `${RULE}\n${title}\n${RULE}\n\nBy Ada Nowak\nMay ${1 + (nth % 28)}, 2024\n\n${body}\n`;
}

/**
 * About five kilobytes in lines of at most 60 characters: accents, typographic quotes and dashes, so
 * that its text takes two bytes a character in memory.
 *
 * @param {number} nth
 */
export function wrappedPostOf(nth) {
  const next = randomBelow(nth);
  const word = () => ACCENTED[next(ACCENTED.length)] ?? '';
  const paragraph = () => {
    const words = Array.from({ length: 60 + next(80) }, word);
    const opening = `« ${words.slice(0, 6).join(' ')} » — ${words.slice(6, 20).join(' ')}.`;
    return wrapped(`${opening} L’${words.slice(20).join(' ')}.`);
  };
  const body = Array.from({ length: 6 }, paragraph).join('\n\n');
  const title = `Le ${word()} de l’${word()}, numéro ${nth}`;
  return `${RULE}\n${title}\n${RULE}\n\nPar Ada Nowak\n${1 + (nth % 28)} mai 2024\n\n${body}\n`;
}

/** @param {string} words */
function wrapped(words) {
  const lines = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > 60) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/**
 * Posts one after another until the file has that many bytes. Gives how many there are.
 *
 * @param {string} path
 * @param {number} bytes
 * @param {(nth: number) => string} post
 */
export function writeDump(path, bytes, post) {
  const file = openSync(path, 'w');
  let written = 0;
  let count = 0;
  for (; written < bytes; count += 1) written += writeSync(file, `${post(count)}\n`);
  closeSync(file);
  return count;
}

/**
 * A folder of files of one post each, from number `first` on. Gives their bytes.
 *
 * @param {string} folder
 * @param {number} count
 * @param {{ first?: number, paragraphs?: number }} [posts]
 */
export function writeFolder(folder, count, { first = 1_000_000, paragraphs = 6 } = {}) {
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (let nth = 0; nth < count; nth += 1) {
    const text = postOf(first + nth, paragraphs);
    bytes += Buffer.byteLength(text);
    writeFileSync(join(folder, `${nth}.txt`), text);
  }
  return bytes;
}
