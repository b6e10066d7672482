/**
 * How Markdown names an image that is kept in the library: relative to the article's file, so that
 * any Markdown editor finds it too, with its size behind `#`, so that a page needn't move when it
 * has loaded.
 */

export interface KeptImage {
  /** SHA-256 of its bytes and its kind: `<64 hex>.png`. */
  name: string;
  /** Pixels; null where the image doesn't say. */
  size: { width: number; height: number } | null;
}

export const IMAGE_KINDS = ['png', 'jpg', 'gif', 'webp', 'avif', 'svg', 'bmp'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

const NAME = new RegExp(`^[0-9a-f]{64}\\.(?:${IMAGE_KINDS.join('|')})$`);
const ADDRESS = /^\.\.\/\.\.\/images\/[0-9a-f]{2}\/([^/#]+)(?:#(\d{1,6})x(\d{1,6}))?$/;

export function isImageName(name: string): boolean {
  return NAME.test(name);
}

export function toImageAddress({ name, size }: KeptImage): string {
  const address = `../../images/${name.slice(0, 2)}/${name}`;
  return size === null ? address : `${address}#${size.width}x${size.height}`;
}

/** Null for the address of anything else. */
export function fromImageAddress(address: string): KeptImage | null {
  const [, name, width, height] = ADDRESS.exec(address) ?? [];
  if (name === undefined || !isImageName(name)) return null;
  const isSized = width !== undefined && height !== undefined;
  return { name, size: isSized ? { width: Number(width), height: Number(height) } : null };
}

/** The names of all kept images that a Markdown text shows. */
export function imageNamesIn(markdown: string): Set<string> {
  const names = new Set<string>();
  for (const [, name] of markdown.matchAll(/\]\(\.\.\/\.\.\/images\/[0-9a-f]{2}\/([^/#)\s]+)/g)) {
    if (name !== undefined && isImageName(name)) names.add(name);
  }
  return names;
}
