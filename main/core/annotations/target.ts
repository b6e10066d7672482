/** From what a caller gives to the target of an annotation. */
import type { Annotation, TextRange } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import { describeQuote } from '../../shared/text/describe-quote.ts';
import { tidyRange } from '../../shared/text/whole-range.ts';
import { findQuote, type WantedQuote } from './find-quote.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

/** @throws LecternError bad_input */
export function targetOfRange(
  text: string,
  range: TextRange,
  version: number,
): Pick<Annotation, 'target' | 'anchor'> {
  if (range.start >= range.end || range.end > text.length) {
    throw new LecternError(
      'bad_input',
      phrase('error.noPassage', { start: range.start, end: range.end, length: text.length }),
      { length: text.length },
    );
  }
  const position = tidyRange(text, range);
  if (position === null) throw new LecternError('bad_input', phrase('error.onlyWhiteSpace'));
  return {
    target: { position, quote: describeQuote(text, position), version },
    anchor: { range: position, method: 'position', score: 1 },
  };
}

/** @throws LecternError no_match, with the number of occurrences in its details */
export function rangeOfQuote(text: string, quote: WantedQuote): TextRange {
  const found = findQuote(text, quote);
  const [range] = found;
  if (range !== undefined && found.length === 1) return range;
  const occurrences = found.length;
  throw new LecternError('no_match', noMatchMessage(quote, occurrences), { occurrences });
}

function noMatchMessage({ prefix, suffix }: WantedQuote, occurrences: number): Phrase {
  const context = prefix !== undefined || suffix !== undefined;
  if (occurrences === 0) {
    return context ? phrase('error.noMatchInContext') : phrase('error.noMatch');
  }
  const count = occurrences;
  return context
    ? phrase('error.manyMatchesInContext', { count })
    : phrase('error.manyMatches', { count });
}
