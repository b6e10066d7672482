/** Moving one end of a highlight by a word or a character, never into the middle of a grapheme. */
import type { TextRange } from '../../../../main/shared/entities.ts';
import { tidyRange } from '../../../../main/shared/text/whole-range.ts';
import { unitAfter, unitAt, unitBefore, unitEndAfter } from './sentences.ts';

export type End = 'start' | 'end';
export type Step = 'word' | 'character';

/** Null where there is no room: at the ends of the text, or when nothing would be left. */
export function moveEnd(
  text: string,
  range: TextRange,
  end: End,
  by: 1 | -1,
  step: Step,
): TextRange | null {
  const at = step === 'word' ? wordStop(text, range[end], end, by) : unitStop(text, range[end], by);
  return at === null ? null : placeEnd(text, range, end, at);
}

/** One end put at an offset; the other stays. Null when nothing would be left. */
export function placeEnd(text: string, range: TextRange, end: End, at: number): TextRange | null {
  const moved = { ...range, [end]: at };
  if (moved.start >= moved.end) return null;
  const tidy = tidyRange(text, moved);
  if (tidy === null) return null;
  const isSame = tidy.start === range.start && tidy.end === range.end;
  return isSame ? null : tidy;
}

function wordStop(text: string, at: number, end: End, by: 1 | -1): number | null {
  if (end === 'end') {
    return by === 1
      ? unitEndAfter(text, at, 'word')
      : (unitBefore(text, at, 'word')?.start ?? null);
  }
  return by === 1
    ? (unitAfter(text, unitAt(text, at, 'word').end, 'word')?.start ?? null)
    : (unitBefore(text, at, 'word')?.start ?? null);
}

/** Past the next character that is no white space. */
function unitStop(text: string, at: number, by: 1 | -1): number | null {
  if (by === 1) {
    let next = at;
    while (next < text.length && /\s/u.test(text.charAt(next))) next += 1;
    return tidyRange(text, { start: next, end: next + 1 })?.end ?? null;
  }
  let last = at;
  while (last > 0 && /\s/u.test(text.charAt(last - 1))) last -= 1;
  return last === 0 ? null : (tidyRange(text, { start: last - 1, end: last })?.start ?? null);
}
