import { describe, expect, it } from 'vitest';
import { BACKGROUNDS } from '../../../main/hosts/electron/theme.ts';
import { THEMES } from '../../../main/shared/entities.ts';
import { HIGHLIGHT_COLORS } from '../../../main/shared/highlight-colors.ts';
import { inHue } from '../../support/oklch.ts';
import {
  contrast,
  laidOver,
  THEME_NAMES,
  tokensOf,
  type ThemeName,
} from '../../support/theme-tokens.ts';

const SURFACES = ['paper', 'chrome', 'chrome-2', 'raised'];
const WORDS = ['text', 'text-strong', 'text-muted'];
const isHigh = (theme: ThemeName) => theme.startsWith('contrast');

/** The pairs of a theme that fall short, with what they have. */
function tooFaint(theme: ThemeName, pairs: [string, string][], least: number): string[] {
  const tokens = tokensOf(theme);
  const color = (name: string) => {
    const found = tokens.get(name);
    if (found === undefined) throw new Error(`No token ${name}`);
    return found;
  };
  return pairs
    .map(([one, other]) => ({ one, other, ratio: contrast(color(one), color(other)) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ one, other, ratio }) => `${one} on ${other}: ${ratio.toFixed(2)}`);
}

const each = (ones: string[], others: string[]): [string, string][] =>
  ones.flatMap((one) => others.map((other): [string, string] => [one, other]));

it('computes the ratios of the definition', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#abcdef', '#abcdef')).toBe(1);
});

it('turns a colour to a hue and back', () => {
  expect(inHue('#ff0000', 29.234)).toBe('#ff0000');
  expect(inHue('#777777', 120)).toBe('#777777');
});

it('knows every theme that can be chosen', () => {
  expect(['system', ...THEME_NAMES].toSorted()).toEqual([...THEMES].toSorted());
});

describe.each(THEME_NAMES)('the theme %s', (theme) => {
  const least = isHigh(theme) ? 7 : 4.5;
  const highlights = HIGHLIGHT_COLORS.map((color) => `hl-${color}`);

  it('has words that can be read on every surface', () => {
    expect(tooFaint(theme, each(WORDS, SURFACES), least)).toEqual([]);
    expect(tooFaint(theme, each(['text', 'text-strong'], ['accent-soft']), least)).toEqual([]);
  });

  it('has words that can be read in every highlight and in what a search found', () => {
    expect(tooFaint(theme, each(['text', 'text-strong'], highlights), least)).toEqual([]);
    expect(tooFaint(theme, [['mark-text', 'mark']], least)).toEqual([]);
  });

  it('has an accent and a warning that can be read, and written on', () => {
    const shown = each(['accent', 'danger'], ['paper', 'chrome', 'raised']);
    expect(tooFaint(theme, [...shown, ['accent-text', 'accent']], least)).toEqual([]);
  });

  it('has highlights that can be told from the paper', () => {
    const tokens = tokensOf(theme);
    const fills = highlights.map((name) => tokens.get(name));
    expect(new Set([...fills, tokens.get('paper')]).size).toBe(fills.length + 1);
  });

  it('has words that can be read where highlights lie over each other and one is chosen', () => {
    const tokens = tokensOf(theme);
    const token = (name: string) => tokens.get(name) ?? '';
    const own = Array.from({ length: 36 }, (_, at) => inHue(token('hue-fill'), at * 10));
    const fills = [...highlights.map(token), ...own];
    const faint = each(fills, fills).filter(([below, above]) => {
      const stacked = laidOver(laidOver(token('paper'), below, 0.8), above, 0.8);
      return contrast(token('text-strong'), laidOver(stacked, token('chosen'))) < least;
    });
    expect(faint).toEqual([]);
    expect(tooFaint(theme, each(['text-strong'], ['added', 'removed']), least)).toEqual([]);
  });

  it('keeps its contrast in a colour of any hue', () => {
    const tokens = tokensOf(theme);
    const token = (name: string) => tokens.get(name) ?? '';
    const hues = Array.from({ length: 360 }, (_, degrees) => degrees);
    const faint = hues.filter((degrees) => {
      const fill = inHue(token('hue-fill'), degrees);
      const dot = inHue(token('hue-dot'), degrees);
      return (
        contrast(token('text'), fill) < least ||
        contrast(token('text-strong'), fill) < least ||
        contrast(token('paper'), fill) < 1.1 ||
        (isHigh(theme) && contrast(token('paper'), dot) < 3)
      );
    });
    expect(faint).toEqual([]);
  });

  it('begins in the colour that Electron gives the window before its page', () => {
    expect(tokensOf(theme).get('chrome')).toBe(BACKGROUNDS[theme]);
  });
});

it.each(THEME_NAMES.filter(isHigh))('%s has lines and dots of 3:1 or more', (theme) => {
  const drawn = ['line', 'line-strong', ...HIGHLIGHT_COLORS.map((color) => `dot-${color}`)];
  expect(tooFaint(theme, each(drawn, ['paper', 'raised']), 3)).toEqual([]);
});
