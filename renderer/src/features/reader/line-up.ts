/**
 * Lays two texts beside each other by the lines they share: what stands once in each is a landmark,
 * the longest run of landmarks in the same order counts (patience diff, after Bram Cohen), and
 * between two of them places are told in proportion. n log n in the number of lines.
 */
import type { TextRange } from '../../../../main/shared/entities.ts';

/** An offset in the one text and the offset in the other that stands beside it. */
type Landmark = readonly [number, number];

/** Lines shorter than this say too little: a number, a name. */
const LEAST = 12;

/** In ascending order on both sides; begins and ends with the ends of the texts. */
export function lineUp(one: string, other: string): readonly Landmark[] {
  const there = linesOnce(other);
  const shared = [...linesOnce(one)].flatMap(([line, start]): Landmark[] => {
    const match = there.get(line);
    return match === undefined ? [] : [[start, match]];
  });
  const inOrder = longestRising(shared).filter(([a, b]) => a > 0 && b > 0);
  return [[0, 0], ...inOrder, [one.length, other.length]];
}

/** The place in the other text for an offset in the one. */
export function across(landmarks: readonly Landmark[], offset: number): number {
  const after = landmarks.findIndex(([at]) => at > offset);
  const [fromA, fromB] = landmarks[(after === -1 ? landmarks.length : after) - 1] ?? [0, 0];
  const [toA, toB] = landmarks[after] ?? [fromA, fromB];
  const part = toA === fromA ? 0 : (offset - fromA) / (toA - fromA);
  return Math.round(fromB + part * (toB - fromB));
}

export function turned(landmarks: readonly Landmark[]): readonly Landmark[] {
  return landmarks.map(([a, b]) => [b, a]);
}

/** The lines that stand in a text exactly once, with where they start. */
function linesOnce(text: string): Map<string, number> {
  const once = new Map<string, number>();
  const often = new Set<string>();
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end).trim();
    if (line.length < LEAST || often.has(line)) continue;
    if (once.delete(line)) often.add(line);
    else once.set(line, start);
  }
  return once;
}

function* linesOf(text: string): Generator<TextRange> {
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield { start, end };
    start = end + 1;
  }
}

/** Of landmarks in the order of the one text, the most that are in the order of the other as well. */
function longestRising(landmarks: readonly Landmark[]): Landmark[] {
  interface Card {
    landmark: Landmark;
    below: Card | undefined;
  }
  const piles: Card[] = [];
  for (const landmark of landmarks) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle]?.landmark[1] ?? 0) < landmark[1]) low = middle + 1;
      else high = middle;
    }
    piles[low] = { landmark, below: piles[low - 1] };
  }
  const rising: Landmark[] = [];
  for (let card = piles.at(-1); card !== undefined; card = card.below) rising.push(card.landmark);
  return rising.toReversed();
}
