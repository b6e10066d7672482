/** Moving through a text by sentence, paragraph and word, for reading and selecting without a mouse. */
import type { TextRange } from '../../../../main/shared/entities.ts';
import { sentenceSegments } from './sentence-segments.ts';

export type Unit = 'sentence' | 'paragraph' | 'word';

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The paragraph around an offset: between line feeds. */
function paragraphAt(text: string, offset: number): TextRange {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end === -1 ? text.length : end };
}

/** The unit that holds an offset, white space at its ends left out. */
export function unitAt(text: string, offset: number, unit: Unit): TextRange {
  const paragraph = paragraphAt(text, offset);
  if (unit === 'paragraph') return paragraph;
  const content = text.slice(paragraph.start, paragraph.end);
  const segments = unit === 'sentence' ? sentenceSegments(content) : words.segment(content);
  for (const { index, segment } of segments) {
    const start = paragraph.start + index;
    if (offset < start + segment.length) return { start, end: start + segment.trimEnd().length };
  }
  return { start: paragraph.end, end: paragraph.end };
}

/** The first unit that starts after an offset; null at the end of the text. */
export function unitAfter(text: string, offset: number, unit: Unit): TextRange | null {
  let at = offset;
  while (at < text.length) {
    while (at < text.length && /\s/u.test(text.charAt(at))) at += 1;
    if (at >= text.length) return null;
    const found = unitAt(text, at, unit);
    if (
      found.start >= offset &&
      found.end > found.start &&
      /\S/u.test(text.slice(found.start, found.end))
    ) {
      return found;
    }
    at = Math.max(at + 1, found.end);
  }
  return null;
}

/** Where the unit ends that an offset is inside of, else the one after it; null at the end of the text. */
export function unitEndAfter(text: string, offset: number, unit: Unit): number | null {
  const around = unitAt(text, offset, unit);
  const isInside = around.start < offset && offset < around.end;
  return isInside ? around.end : (unitAfter(text, offset, unit)?.end ?? null);
}

/** The last unit that ends at or before an offset; null at the start of the text. */
export function unitBefore(text: string, offset: number, unit: Unit): TextRange | null {
  let at = offset - 1;
  while (at >= 0 && /\s/u.test(text.charAt(at))) at -= 1;
  return at < 0 ? null : unitAt(text, at, unit);
}
