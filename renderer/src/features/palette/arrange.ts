/** What the palette shows, in which order. Pure functions. */
import { rankEntry } from './rank.ts';

export const PALETTE_SECTIONS = ['commands', 'lists', 'tags', 'settings', 'articles'] as const;
export type PaletteSection = (typeof PALETTE_SECTIONS)[number];

export interface PaletteItem {
  /** Kept in the settings when it was chosen: `command:go.inbox`, `tag:…`. */
  key: string;
  section: PaletteSection;
  label: string;
  /** What else a person might type. */
  keywords?: readonly string[];
  /** Found by the core, in its order: fits whatever was typed. */
  found?: true;
}

export interface ArrangedSection<T> {
  section: PaletteSection | 'recent';
  items: T[];
}

/** Chosen ones of this many are remembered; a tenth of them is shown before anything is typed. */
export const MOST_RECENT = 50;
const SHOWN_RECENT = 5;
const MOST_OF_A_SECTION = 8;

/** How much the choice of a moment ago counts for more than one that never was. */
const RECENT_WEIGHT = 0.35;

/**
 * With nothing typed: what was chosen last, then everything in its order. Else what fits, sections
 * and items by the best fit; of two that fit alike, the one that was chosen more recently.
 */
export function arrange<T extends PaletteItem>(
  items: readonly T[],
  typed: string,
  recent: readonly string[],
): ArrangedSection<T>[] {
  const wanted = typed.trim();
  if (wanted === '') return [...recentSection(items, recent), ...inSections(items)];
  const ranked = items
    .map((item) => ({ item, rank: rankOf(item, wanted, recent) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank);
  return inSections(ranked.map(({ item }) => item))
    .map((found) => ({ ...found, items: found.items.slice(0, MOST_OF_A_SECTION) }))
    .toSorted((a, b) => best(ranked, b) - best(ranked, a));
}

/** The remembered choices after one more. */
export function withChosen(recent: readonly string[], key: string): string[] {
  return [key, ...recent.filter((other) => other !== key)].slice(0, MOST_RECENT);
}

function rankOf(item: PaletteItem, wanted: string, recent: readonly string[]): number {
  const fit = item.found === true ? FOUND : rankEntry(item.label, wanted, item.keywords);
  const at = recent.indexOf(item.key);
  return fit * (at === -1 ? 1 : 1 + RECENT_WEIGHT * (1 - at / MOST_RECENT));
}

/** Below a word of a label that was typed in full, above one that stands inside another. */
const FOUND = 0.5;

function best<T extends PaletteItem>(
  ranked: readonly { item: T; rank: number }[],
  { items }: ArrangedSection<T>,
): number {
  return ranked.find(({ item }) => item === items[0])?.rank ?? 0;
}

function recentSection<T extends PaletteItem>(
  items: readonly T[],
  recent: readonly string[],
): ArrangedSection<T>[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const found = recent.flatMap((key) => byKey.get(key) ?? []).slice(0, SHOWN_RECENT);
  return found.length === 0 ? [] : [{ section: 'recent', items: found }];
}

function inSections<T extends PaletteItem>(items: readonly T[]): ArrangedSection<T>[] {
  return PALETTE_SECTIONS.map((section) => ({
    section,
    items: items.filter((item) => item.section === section),
  })).filter((found) => found.items.length > 0);
}
