/** Draws an article's map: a line down its length, its sections, highlights and matches. */
import type { Annotation, TextRange } from '../../../../main/shared/entities.ts';
import type { Section } from './outline.ts';

interface Marks {
  /** Of the reading text, in UTF-16 code units. */
  length: number;
  annotations: readonly Annotation[];
  matches: readonly TextRange[];
  sections: readonly Section[];
}

/** Heights in CSS pixels: nothing is too short to be seen. */
const LEAST_HIGHLIGHT = 2.5;
const LEAST_MATCH = 2;

export function drawMap(canvas: HTMLCanvasElement, marks: Marks): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = canvas.getContext('2d');
  if (context === null || width === 0 || height === 0) return;
  const scale = window.devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.scale(scale, scale);
  const color = colorsOf(canvas);
  const y = (offset: number) => (offset / marks.length) * height;
  const bar = (range: TextRange, left: number, right: number, least: number) => {
    const top = Math.min(y(range.start), height - least);
    context.fillRect(left, top, right - left, Math.max(least, y(range.end) - y(range.start)));
  };

  context.fillStyle = color('--line');
  context.fillRect(width / 2 - 0.5, 0, 1, height);
  context.fillStyle = color('--line-strong');
  for (const { offset, level } of marks.sections) {
    const reach = Math.max(2, 7 - level * 1.5);
    context.fillRect(width / 2 - reach, y(offset), reach * 2, 1);
  }
  for (const { color: name, anchor } of marks.annotations) {
    if (anchor.range === null) continue;
    context.fillStyle = color(`--dot-${name}`);
    bar(anchor.range, 6, width - 6, LEAST_HIGHLIGHT);
  }
  context.fillStyle = color('--accent');
  for (const range of marks.matches) bar(range, width - 5, width, LEAST_MATCH);
}

/** Tokens may hold what only the cascade resolves, such as light-dark(); a canvas takes plain colours. */
function colorsOf(canvas: HTMLCanvasElement): (token: string) => string {
  const style = getComputedStyle(canvas);
  const known = new Map<string, string>();
  return (token) => {
    let color = known.get(token);
    if (color === undefined) {
      canvas.style.color = `var(${token})`;
      color = style.color;
      known.set(token, color);
    }
    return color;
  };
}
