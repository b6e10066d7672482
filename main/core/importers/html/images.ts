/**
 * The images of an article: loaded lazily or at once, beside the page or in the web. Trackers, and
 * images that aren't there, go.
 */
import type { Neighbours } from '../converted.ts';
import { pathBeside, webAddress } from './address.ts';
import { propertyOf, type HtmlElement } from './hast-nodes.ts';

export interface ImageSources {
  /** The page's own address. */
  base: string | null;
  /** Path of the page in the import, `/` between its parts. */
  pageName: string;
  beside: Neighbours;
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
  return besidePage(written, sources) ?? inTheWeb(written, sources);
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
  const sources = [...lazy, propertyOf(image, 'src'), firstOfSet(propertyOf(image, 'srcSet'))];
  return sources.filter((source) => source.trim() !== '' && !/^data:/i.test(source));
}

function isImageName(value: string): boolean {
  return /^\S+$/.test(value.trim()) && /[/.]/.test(value);
}

function firstOfSet(set: string): string {
  return /^\s*(\S+?),?(?:\s|$)/.exec(set)?.[1] ?? '';
}

function isTracker(image: HtmlElement): boolean {
  return ['width', 'height'].some((side) => {
    const value = propertyOf(image, side);
    return value !== '' && Number.parseFloat(value) <= TINY && !value.endsWith('%');
  });
}
