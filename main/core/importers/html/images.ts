/**
 * The images of an article: loaded lazily or at once, beside the page or in the web. Trackers, and
 * images that aren't there, go.
 */
import type { Neighbours } from '../converted.ts';
import { isInside } from '../inside-file.ts';
import { pathBeside, webAddress } from './address.ts';
import { propertyOf, type HtmlElement } from './hast-nodes.ts';

export interface ImageSources {
  /** The page's own address. */
  base: string | null;
  /** Path of the page in the import, `/` between its parts. */
  pageName: string;
  beside: Neighbours;
  /** The path of an image that was saved in the page's own file, by its address there. */
  saved?: (address: string) => string | null;
}

export interface KeptImage {
  /** As the Markdown names it. */
  address: string;
  /** Relative to the page's folder, of an image that lies beside it. */
  path: string | null;
}

const LAZY = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOriginalSrc', 'dataActualsrc'];
const TINY = 2;

/** Null for what is no picture to look at. */
export function keptImage(image: HtmlElement, sources: ImageSources): KeptImage | null {
  if (isTracker(image)) return null;
  const written = writtenSources(image);
  // The page's folder says where the image is now, its own address where it was.
  return insidePage(written, sources) ?? besidePage(written, sources) ?? inTheWeb(written, sources);
}

function insidePage(written: readonly string[], sources: ImageSources): KeptImage | null {
  for (const each of written) {
    const web = webAddress(each, sources.base);
    const path = isInside(each)
      ? each
      : (sources.saved?.(each) ?? (web === null ? null : (sources.saved?.(web) ?? null)));
    const address = path === null ? null : sources.beside.image(path);
    if (path !== null && address !== null) return { address, path };
  }
  return null;
}

function besidePage(written: readonly string[], sources: ImageSources): KeptImage | null {
  for (const each of written) {
    const path = pathBeside(each, sources.pageName);
    const address = path === null ? null : sources.beside.image(path);
    if (address !== null) return { address, path };
  }
  return null;
}

function inTheWeb(written: readonly string[], { base }: ImageSources): KeptImage | null {
  for (const each of written) {
    const address = webAddress(each, base);
    if (address !== null) return { address, path: null };
  }
  return null;
}

function writtenSources(image: HtmlElement): string[] {
  const lazy = LAZY.map((name) => propertyOf(image, name)).filter((value) => isImageName(value));
  const sets = ['srcSet', 'dataSrcset', 'dataLazySrcset'].flatMap((name) =>
    setOf(propertyOf(image, name)),
  );
  const sources = [...lazy, propertyOf(image, 'src'), ...sets];
  return sources.filter((source) => source.trim() !== '' && !/^data:/i.test(source));
}

function isImageName(value: string): boolean {
  return /^\S+$/.test(value.trim()) && /[/.]/.test(value);
}

/** The addresses of a `srcset`, the largest first; commas between them may be lost. */
function setOf(set: string): string[] {
  const sized: { address: string; size: number }[] = [];
  for (const word of set.split(/\s+/).filter(Boolean)) {
    const last = sized.at(-1);
    const size = /^([\d.]+)[wxh],?$/.exec(word)?.[1];
    if (size === undefined) sized.push({ address: word.replace(/,$/, ''), size: 0 });
    else if (last) last.size = Number(size);
  }
  return sized.toSorted((one, other) => other.size - one.size).map(({ address }) => address);
}

function isTracker(image: HtmlElement): boolean {
  return ['width', 'height'].some((side) => {
    const value = propertyOf(image, side);
    return value !== '' && Number.parseFloat(value) <= TINY && !value.endsWith('%');
  });
}
