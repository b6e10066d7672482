/** Paths of images that stand inside a file of the import instead of beside it. */

const SCHEME = 'inside:';
const PLACE = /^([\s\S]*)#inside\/([0-9a-f]{64}\.\w+)$/;

/** `name` is the one that the library will give the image. */
export function pathInside(name: string): string {
  return SCHEME + name;
}

export function isInside(path: string): boolean {
  return path.startsWith(SCHEME);
}

/** Where the image is, for `FileContents`: the file, and the image's name in it. */
export function placeInside(file: string, name: string): string {
  return `${file}#inside/${name}`;
}

export function readPlaceInside(place: string): { file: string; name: string } | null {
  const match = PLACE.exec(place);
  return match?.[1] && match[2] ? { file: match[1], name: match[2] } : null;
}
