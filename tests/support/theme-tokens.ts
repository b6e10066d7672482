/** The colours of `tokens.css` as each theme has them, resolved as the cascade and light-dark() do. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FILE = resolve(import.meta.dirname, '../../renderer/src/styles/tokens.css');

/** Which blocks hold for a theme, in the order of the file, and which of two colours it takes. */
const THEMES = {
  light: { blocks: [':root'], dark: false },
  sepia: { blocks: [':root', ":root[data-theme='sepia']"], dark: false },
  dark: { blocks: [':root'], dark: true },
  contrastLight: { blocks: [':root', ":root[data-contrast='more']"], dark: false },
  contrastDark: { blocks: [':root', ":root[data-contrast='more']"], dark: true },
} as const;
export type ThemeName = keyof typeof THEMES;
export const THEME_NAMES = Object.keys(THEMES) as ThemeName[];

export function tokensOf(theme: ThemeName): ReadonlyMap<string, string> {
  const { blocks, dark } = THEMES[theme];
  const css = readFileSync(FILE, 'utf8')
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  const tokens = new Map<string, string>();
  for (const [, selector, body] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!blocks.some((block) => block === selector?.trim())) continue;
    for (const [, name, value] of (body ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g)) {
      tokens.set(name ?? '', shade(value ?? '', dark));
    }
  }
  return tokens;
}

function shade(value: string, dark: boolean): string {
  return value.replaceAll(/light-dark\(([^,]+), ([^)]+)\)/g, dark ? '$2' : '$1');
}

/** The contrast of two colours `#rrggbb`, 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour of `share` over an opaque one; a colour `#rrggbbaa` brings its share along. */
export function laidOver(below: string, above: string, share = alphaOf(above)): string {
  const under = channels(below);
  const mix = channels(above.slice(0, 7)).map(
    (channel, at) => channel * share + (under[at] ?? 0) * (1 - share),
  );
  return `#${mix.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

function alphaOf(color: string): number {
  return Number.parseInt(color.slice(7, 9), 16) / 255;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new Error(`Not an opaque colour: ${color}`);
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
