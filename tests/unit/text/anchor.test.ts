import { describe, expect, it } from 'vitest';
import { anchorTarget, isCertain } from '../../../main/shared/text/anchor.ts';
import { describeQuote } from '../../../main/shared/text/describe-quote.ts';
import type { Target } from '../../../main/shared/text/places.ts';

const CALL = 'If your company would like to help the lamp fund, please write to us.';
const FIRST = `The lamp was lit in May.\n\n${CALL} The keeper answers in person.\n\nThe tide was low.`;
const SECOND = `The rope came in June.\n\n${CALL} The office is closed on Mondays.\n\nThe tide was high.`;

/** The words as they would be marked; the `copy`th time they stand, from 0. */
function mark(text: string, words: string, copy = 0): Target {
  let start = text.indexOf(words);
  for (let at = 0; at < copy; at += 1) start = text.indexOf(words, start + 1);
  const position = { start, end: start + words.length };
  return { position, quote: describeQuote(text, position) };
}

function found(text: string, target: Target) {
  const anchor = anchorTarget(text, target);
  return { ...anchor, isCertain: isCertain(anchor) };
}

describe('words that stood twice', () => {
  const text = `${FIRST}\n\n${SECOND}`;

  it('remember how like each other their places were', () => {
    expect(mark(text, CALL).quote.rival).toBeGreaterThan(0.2);
    expect(mark(text, 'in person').quote).not.toHaveProperty('rival');
  });

  it('are not taken for the others for certain when the marked ones are gone', () => {
    const target = mark(text, 'please write to us', 0);
    const anchor = found(SECOND, target);
    expect(anchor.range).not.toBeNull();
    expect(anchor.isCertain).toBe(false);
  });

  it('are certain in all of the surroundings that tell them apart', () => {
    const moved = `A new head.\n\n${SECOND}\n\n${FIRST}`;
    const target = mark(text, 'please write to us', 0);
    const anchor = found(moved, target);
    expect(anchor.isCertain).toBe(true);
    expect(anchor.range?.start).toBe(moved.indexOf('please write to us', SECOND.length + 13));
  });
});

describe('words whose neighbours stand elsewhere without them', () => {
  it('were changed there: the same words at another place are no certainty', () => {
    const text =
      'At nine the bell rang over the harbour and the boats came in. Later the rain came.';
    const edited =
      'At nine the horn blew over the harbour and the boats came in. Later the rain came. ' +
      'In the evening the bell rang over the harbour and the boats went out.';
    const anchor = found(edited, mark(text, 'the bell rang over'));
    expect(anchor.isCertain).toBe(false);
  });
});

describe('words next to an end of the text', () => {
  const text = 'The keeper wrote down every ship. Nobody read it until the archive was moved.';

  it('are certain when the text goes on where it was cut', () => {
    const target = mark(text, 'until the archive was moved.');
    const anchor = found(`${text} Then a student found the book.`, target);
    expect(anchor).toMatchObject({ isCertain: true, range: target.position });
  });

  it('are not certain when one of two copies may be meant', () => {
    const target = mark(text, 'The keeper wrote down every ship.');
    const anchor = found(`He rose. The keeper wrote down every ship. ${text}`, target);
    expect(anchor.isCertain).toBe(false);
  });
});

describe('a heading that was moved', () => {
  const text = `${FIRST}\n\nThe keepers\n\n${SECOND}`;

  it('is shown where it is now, as a guess', () => {
    const anchor = found(`${FIRST}\n\n${SECOND}\n\nThe keepers`, mark(text, 'The keepers'));
    expect(anchor).toMatchObject({ isCertain: false, method: 'quote' });
  });

  it('is gone when only the same words elsewhere are left', () => {
    const twice = `The keepers met.\n\n${text}`;
    const target = mark(twice, 'The keepers', 1);
    expect(found(`The keepers met.\n\n${FIRST}\n\n${SECOND}`, target).range).toBeNull();
  });
});

describe('an underscore', () => {
  it('joins words, so that a part of a name is not the name', () => {
    const target = mark(
      'Call the function named read_all before anything else is done.',
      'read_all',
    );
    const anchor = found('Call the function named read_all_once before anything is done.', target);
    expect(anchor.isCertain).toBe(false);
  });
});
