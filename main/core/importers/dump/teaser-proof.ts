/**
 * Proofs from teasers: a line such as "Continue reading TITLE" shows where the article named TITLE
 * begins and that it ends here. A teaser that names nothing shows only the end.
 */
import type { DumpText } from './dump-text.ts';
import { plainTitle } from './article-head.ts';
import type { TextLine } from './text-line.ts';
import { endsAsSentence, textForm, titleForm } from './title-form.ts';
import { findTitleRepeats } from './title-repeats.ts';
import { titleKey, type TitlePlaces } from './title-key.ts';

export interface TeaserProof {
  teaserAt: number;
  /** The title line that the teaser repeats; null when it names none that stands in the file. */
  titleAt: number | null;
  kind: 'cut' | 'closing';
}

const LEAST_PART = 8;

/** The title line since the last proven end that a shortened or extended teaser means. */
function similarTitle(dump: DumpText, key: string, from: number, to: number): number | null {
  if (key.length < LEAST_PART) return null;
  for (let at = Math.max(0, from); at < to; at = dump.next[at] ?? to) {
    const line = dump.lines[at];
    if (!line || textForm(dump, line) < 0.3) continue;
    const other = titleKey(line.ordinal?.title ?? plainTitle(line));
    if (other.length < LEAST_PART) continue;
    const short = Math.min(other.length, key.length);
    const within = other.startsWith(key) || key.startsWith(other) || other.endsWith(key);
    if (within && short >= Math.max(other.length, key.length) * 0.5) return at;
  }
  return null;
}

const LINES_BACK = 4000;

/** All proofs, in file order. */
export function proveByTeasers(dump: DumpText, titles: TitlePlaces): TeaserProof[] {
  const proofs: TeaserProof[] = [];
  let end = -1;
  const used = new Map<string, number>();
  const repeats = findTitleRepeats(dump, titles);
  for (const [at, line] of dump.lines.entries()) {
    const teaser = line.teaser ?? repeats.get(at);
    if (!teaser || line.code) continue;
    let titleAt: number | null = null;
    if (teaser.title !== null) {
      const key = titleKey(teaser.title);
      const places = titles.get(key) ?? [];
      let from = used.get(key) ?? 0;
      while (from < places.length && (places[from] ?? at) <= end) from += 1;
      used.set(key, from);
      const place = places[from];
      titleAt =
        place !== undefined && place < at
          ? place
          : similarTitle(dump, key, Math.max(end + 1, at - LINES_BACK), at);
    }
    if (titleAt === null && !(teaser.definite && endsHere(dump, at))) continue;
    if (titleAt !== null && at - titleAt < 2 && titleAt !== 0) {
      if ((dump.next[titleAt] ?? at) >= at) continue;
    }
    proofs.push({ teaserAt: at, titleAt, kind: teaser.kind });
    end = at;
  }
  return proofs;
}

/** Cells of what can only be the page's: "Search for:". */
const WIDEST_LABEL = 24;

/** After an article's end comes a title, theme lines or nothing; a long paragraph is the same text going on. */
function endsHere(dump: DumpText, teaserAt: number): boolean {
  const after = lineAfterTeaser(dump, teaserAt);
  const line = dump.lines[after];
  if (!line) return true;
  if (line.rule || line.heading || line.field?.name === 'title' || line.meta) return true;
  if (line.width > 160 || (line.width > 60 && endsAsSentence(line.text))) return false;
  return titleForm(dump, after) > 0 || line.width <= WIDEST_LABEL;
}

/** Fields that exports put under a text: "LOAD-DATE: …", "Tags: …". */
function isTrailingField(line: TextLine | undefined): boolean {
  const name = line?.field?.name;
  // "Posted in: Town" is named as a date is in some languages.
  if (name === 'date' && !/\p{Nd}/u.test(line?.field?.value ?? '')) return true;
  return name === 'other' || name === 'tags' || name === 'category' || name === 'url';
}

/** The first line after a teaser that is neither blank nor a rule nor the theme's. */
export function lineAfterTeaser(dump: DumpText, teaserAt: number): number {
  let at = dump.next[teaserAt] ?? dump.lines.length;
  while (at < dump.lines.length) {
    const line = dump.lines[at];
    if (!line?.chrome && !line?.rule && !isTrailingField(line)) break;
    at = dump.next[at] ?? dump.lines.length;
  }
  return at;
}
