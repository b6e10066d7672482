/** Makes random dumps with known articles: own vocabulary, random layout and language, traps. */
import { makePiece, type Piece, type Traps } from './articles.ts';
import { createRandom, type Random } from './random.ts';
import { RENDERERS, Sheet, type GoldPost, type LayoutName, type Setting } from './render.ts';
import { LANGUAGES, type Language } from './vocabulary.ts';

export interface GeneratedDump {
  seed: number;
  layout: LayoutName;
  language: string;
  lines: string[];
  posts: GoldPost[];
  markdown: boolean;
}

export const LAYOUT_NAMES = Object.keys(RENDERERS).filter(
  (name): name is LayoutName => name in RENDERERS,
);

/** Traps that would be indistinguishable from the layout's own marks are left out of it. */
function trapsFor(layout: LayoutName, random: Random): Traps {
  return {
    code: layout === 'markdown' || random.chance(0.3),
    rules: layout !== 'stars' && layout !== 'ruled' && random.chance(0.5),
    reprints: layout !== 'plain' || random.chance(0.5),
    inner: layout !== 'plain' && layout !== 'stars',
  };
}

function cutFor(layout: LayoutName, random: Random): number {
  if (layout === 'plain') return random.pick([0.4, 0.6, 0.9]);
  return random.pick([0, 0, 0.2, 0.5, 1]);
}

export function settingFor(layout: LayoutName, language: Language, random: Random): Setting {
  return {
    random,
    language,
    cut: cutFor(layout, random),
    teaser: random.pick(language.teasers),
    wrap: !language.wide && random.chance(0.2) ? random.int(64, 78) : null,
    gap: 1,
  };
}

/** A dump from a seed; layout and language can be fixed. */
export function generateDump(
  seed: number,
  fixed: { layout?: LayoutName; language?: Language } = {},
): GeneratedDump {
  const random = createRandom(seed);
  const layout = fixed.layout ?? random.pick(LAYOUT_NAMES);
  const language = fixed.language ?? random.pick(LANGUAGES);
  const traps = trapsFor(layout, random);
  const count = random.int(5, 24);
  const pieces: Piece[] = Array.from({ length: count }, () => makePiece(random, language, traps));
  const sheet = new Sheet();
  RENDERERS[layout](sheet, pieces, settingFor(layout, language, random));
  return {
    seed,
    layout,
    language: language.code,
    lines: sheet.lines,
    posts: sheet.posts,
    markdown: layout === 'markdown',
  };
}
