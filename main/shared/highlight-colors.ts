/** The highlight colours as the user has them: which key, which name, which line, which hue. */
import { z } from 'zod';

export const HIGHLIGHT_COLORS = [
  'yellow',
  'green',
  'blue',
  'pink',
  'orange',
  'purple',
  'red',
  'grey',
] as const;
export type HighlightColor = (typeof HIGHLIGHT_COLORS)[number];

/** Lines under the words, for whoever doesn't see colours. */
export const HIGHLIGHT_SHAPES = [
  'solid',
  'dashed',
  'dotted',
  'wavy',
  'double',
  'thick',
  'thickDashed',
  'thickDotted',
  'none',
] as const;
export type HighlightShape = (typeof HIGHLIGHT_SHAPES)[number];

export const colorChoiceSchema = z.object({
  color: z.enum(HIGHLIGHT_COLORS),
  /** What it stands for; empty for the colour's own name. */
  name: z.string().max(40),
  shape: z.enum(HIGHLIGHT_SHAPES),
  /**
   * A hue of the user's own, in degrees of OKLCH; lightness and chroma are the theme's, so that words
   * can be read in it. Left out for the colour as the theme has it.
   */
  hue: z.number().int().min(0).max(359).optional(),
});
export type ColorChoice = z.infer<typeof colorChoiceSchema>;

export const DEFAULT_COLORS: ColorChoice[] = HIGHLIGHT_COLORS.map((color, index) => ({
  color,
  name: '',
  shape: HIGHLIGHT_SHAPES[index] ?? 'solid',
}));

/** Hues with a word of their own, which is no colour's name: every 30 degrees from 0. */
export const HUES = [
  'rose',
  'coral',
  'amber',
  'gold',
  'lime',
  'emerald',
  'teal',
  'cyan',
  'sky',
  'indigo',
  'violet',
  'magenta',
] as const;
export type Hue = (typeof HUES)[number];

/** The word for what is nearest to a hue in degrees. */
export function hueWord(degrees: number): Hue {
  return HUES[Math.round(degrees / 30) % HUES.length] ?? 'rose';
}

/**
 * A colour in another hue, or, with null, as the theme has it. It is called by the hue until the user
 * has named it.
 */
export function withHue(
  { hue: before, name, ...choice }: ColorChoice,
  hue: number | null,
  wordFor: (hue: Hue) => string,
): ColorChoice {
  const isOwnName = name !== '' && !(before !== undefined && name === wordFor(hueWord(before)));
  if (hue === null) return { ...choice, name: isOwnName ? name : '' };
  return { ...choice, name: isOwnName ? name : wordFor(hueWord(hue)), hue };
}

/** Each colour at most once, in the order of the keys 1 to 8. */
export const colorChoicesSchema = z
  .array(colorChoiceSchema)
  .min(1)
  .max(HIGHLIGHT_COLORS.length)
  .refine((choices) => new Set(choices.map(({ color }) => color)).size === choices.length, {
    message: 'a colour stands there twice',
  });

/** The colour of a name that the user gave, or of its own; case doesn't matter. */
export function colorOfName(
  choices: readonly ColorChoice[],
  given: string,
): HighlightColor | undefined {
  const wanted = given.trim().toLowerCase();
  const named = choices.find(({ name }) => name.trim().toLowerCase() === wanted && wanted !== '');
  return named?.color ?? HIGHLIGHT_COLORS.find((color) => color === wanted);
}

/** What a colour is called in writing: the user's name of it, or its own. */
export function writtenColor(choices: readonly ColorChoice[], color: HighlightColor): string {
  return choices.find((choice) => choice.color === color)?.name.trim() || color;
}

/** With one of the colours that aren't used, under its own name, after the others. */
export function withColor(choices: readonly ColorChoice[], color: HighlightColor): ColorChoice[] {
  if (choices.some((choice) => choice.color === color)) return [...choices];
  return [...choices, ...DEFAULT_COLORS.filter((choice) => choice.color === color)];
}

/** Without one; the last one stays. */
export function withoutColor(
  choices: readonly ColorChoice[],
  color: HighlightColor,
): ColorChoice[] {
  const rest = choices.filter((choice) => choice.color !== color);
  return rest.length === 0 ? [...choices] : rest;
}

/** A colour at another place; those between move up or down. */
export function movedColor(
  choices: readonly ColorChoice[],
  from: number,
  to: number,
): ColorChoice[] {
  const choice = choices[from];
  if (choice === undefined || to < 0 || to >= choices.length) return [...choices];
  const rest = choices.toSpliced(from, 1);
  return rest.toSpliced(to, 0, choice);
}
