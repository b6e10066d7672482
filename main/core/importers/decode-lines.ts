/**
 * From bytes to lines, a few megabytes at a time, so that no file ever stands in memory as one text
 * beside its lines. What can't be decoded becomes U+FFFD and is reported with its line, so that no
 * loss is silent.
 */
import iconv from 'iconv-lite';
import { encodingOf, type EncodedText } from './decode.ts';
import { splitLines } from './lines.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

export interface DecodingProblem {
  /** 1-based. */
  line: number;
  message: Phrase;
}

export interface DecodedLines {
  /** NFC, without NUL, without their ends. */
  lines: string[];
  /** The beginning of the text as it was written: a million UTF-16 code units. */
  head: string;
  /** Lower case, as iconv-lite knows it. */
  encoding: string;
  problems: DecodingProblem[];
}

const PIECE_BYTES = 4 << 20;
const HEAD_UNITS = 1 << 20;
const MOST_PROBLEMS = 20;

/**
 * `chosen` is the encoding that a person chose; without it, the file's own signs tell. `pieceBytes`
 * changes nothing but the memory that it takes.
 */
export function decodeLines(
  bytes: Uint8Array,
  chosen: string | null = null,
  pieceBytes = PIECE_BYTES,
): DecodedLines {
  const encoded = encodingOf(bytes, chosen);
  const lines: string[] = [];
  const broken = new Map<number, number>();
  const nuls = new Map<number, number>();
  let head = '';
  for (const piece of wholeLines(decodedPieces(encoded, pieceBytes))) {
    if (head.length < HEAD_UNITS) head += piece.slice(0, HEAD_UNITS - head.length);
    countByLine(piece, '\ufffd', lines.length, broken);
    countByLine(piece, '\0', lines.length, nuls);
    // NUL is not text: Markdown forbids it. The bytes stay in the kept source. No character joins
    // with one of another line: normalised piece by piece, the text is normalised.
    const text = piece.replaceAll('\0', '').normalize('NFC');
    for (const line of splitLines(text)) lines.push(line);
  }
  const { encoding } = encoded;
  const problems = [...undecodable(broken, encoding), ...leftOut(nuls)];
  return { lines, head, encoding, problems };
}

function* decodedPieces({ encoding, bytes }: EncodedText, pieceBytes: number): Generator<string> {
  const decoder = decoderOf(encoding);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield decoder.write(bytes.subarray(at, at + pieceBytes));
  }
  yield decoder.end();
}

interface Decoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

function decoderOf(encoding: string): Decoder {
  if (encoding === 'utf-8') {
    const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
    return { write: (bytes) => utf8.decode(bytes, { stream: true }), end: () => utf8.decode() };
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  return {
    write: ({ buffer, byteOffset, byteLength }) =>
      decoder.write(Buffer.from(buffer, byteOffset, byteLength)),
    end: () => decoder.end() ?? '',
  };
}

/** The same text in pieces that end where a line does. */
function* wholeLines(pieces: Iterable<string>): Generator<string> {
  let rest = '';
  for (const piece of pieces) {
    const text = rest + piece;
    const end = lastLineEnd(text);
    if (end > 0) yield text.slice(0, end);
    rest = text.slice(end);
  }
  if (rest !== '') yield rest;
}

/** A carriage return ends a line by itself only where no line feed can follow. */
function lastLineEnd(text: string): number {
  const fed = text.lastIndexOf('\n') + 1;
  let at = text.lastIndexOf('\r');
  while (at >= fed && (at + 1 === text.length || text[at + 1] === '\0')) {
    at = at === 0 ? -1 : text.lastIndexOf('\r', at - 1);
  }
  return Math.max(fed, at + 1);
}

/** A source that holds U+FFFD itself is reported too: it was damaged before it came here. */
function undecodable(counts: ReadonlyMap<number, number>, encoding: string): DecodingProblem[] {
  return problemsAt(counts, (count) => phrase('problem.undecodable', { count, encoding }));
}

function leftOut(counts: ReadonlyMap<number, number>): DecodingProblem[] {
  return problemsAt(counts, (count) => phrase('problem.nuls', { count }));
}

/** One problem a line for the first lines that hold the character, one for all the others. */
function problemsAt(
  counts: ReadonlyMap<number, number>,
  describe: (count: number) => Phrase,
): DecodingProblem[] {
  const problems = [...counts]
    .slice(0, MOST_PROBLEMS)
    .map(([line, count]) => ({ line, message: describe(count) }));
  const rest = [...counts].slice(MOST_PROBLEMS);
  const [next] = rest;
  if (next !== undefined) {
    const total = rest.reduce((sum, [, count]) => sum + count, 0);
    problems.push({
      line: next[0],
      message: phrase('problem.andAfter', { problem: describe(total), count: rest.length }),
    });
  }
  return problems;
}

/**
 * Counts a character by 1-based line, in order; linear in the text. `before` are the lines before
 * the text.
 */
function countByLine(
  text: string,
  character: string,
  before: number,
  counts: Map<number, number>,
): void {
  const lineEnd = /\r\n|\n|\r/g;
  let line = before + 1;
  let nextEnd: number | null = null;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) {
    nextEnd ??= lineEnd.exec(text)?.index ?? text.length;
    while (at > nextEnd) {
      line += 1;
      nextEnd = lineEnd.exec(text)?.index ?? text.length;
    }
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
}
