/**
 * Describes the words of a range so that they can be found again: with enough of their surroundings
 * to tell them from the same words elsewhere (W3C TextQuoteSelector).
 */
import type { Quote, TextRange } from '../entities.ts';
import { likeliestPlaces } from './places.ts';

const CONTEXT = 32;
const MOST_CONTEXT = 512;

/**
 * The quote of a range. Context starts at 32 UTF-16 code units on each side and is widened until
 * the three together stand in the text once, or until it reaches 512. Where the words stand
 * elsewhere too, it says how like the surroundings there are (`rival`).
 */
export function describeQuote(text: string, range: TextRange): Quote {
  let context = CONTEXT;
  let quote = quoteWith(text, range, context);
  while (context < MOST_CONTEXT && !standsOnce(text, quote)) {
    context *= 2;
    quote = quoteWith(text, range, context);
  }
  const rival = rivalOf(text, range, quote);
  return rival === 0 ? quote : { ...quote, rival };
}

function rivalOf(text: string, position: TextRange, quote: Quote): number {
  const others = likeliestPlaces(text, { position, quote }).filter(
    ({ range }) => range.start !== position.start,
  );
  const likeness = Math.max(0, ...others.map(({ bothSides }) => bothSides));
  return Math.round(likeness * 100) / 100;
}

function quoteWith(text: string, { start, end }: TextRange, context: number): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(wholePoint(text, Math.max(0, start - context), -1), start),
    suffix: text.slice(end, wholePoint(text, Math.min(text.length, end + context), 1)),
  };
}

function standsOnce(text: string, { prefix, exact, suffix }: Quote): boolean {
  const whole = prefix + exact + suffix;
  const first = text.indexOf(whole);
  return text.indexOf(whole, first + 1) === -1;
}

/** Not between the halves of a surrogate pair, but past the half in the way. */
function wholePoint(text: string, offset: number, by: -1 | 1): number {
  const unit = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  const splits = unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
  return splits ? offset + by : offset;
}
