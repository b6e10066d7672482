/**
 * The images that stand inside a file: as `data:` addresses in a page's code or in Markdown, and as
 * parts of a page that was saved with everything in it (MHTML).
 */
import { isMhtml, parseMhtml } from './mhtml.ts';

/** Shorter ones are spacers and icons. */
const DATA_ADDRESS = /\bdata:image\/[^"'()\s<>]{256,}/gi;
const DATA = /^data:image\/[\w.+-]+((?:;[\w=.+-]+)*),([\s\S]+)$/i;

/** The bytes in a `data:` address of an image; null for any other address. */
export function imageInAddress(address: string): Uint8Array | null {
  const match = DATA.exec(address);
  const data = match?.[2];
  if (data === undefined) return null;
  if (/;base64$/i.test(match?.[1] ?? '')) return Buffer.from(unescaped(data), 'base64');
  return Buffer.from(unescaped(data), 'utf8');
}

function unescaped(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}

/** The text with each image in it replaced by what `keep` gives for its bytes; null leaves it. */
export function withImagesOut(text: string, keep: (bytes: Uint8Array) => string | null): string {
  if (!text.includes('data:image/')) return text;
  return text.replace(DATA_ADDRESS, (address) => {
    const bytes = imageInAddress(address);
    return (bytes === null ? null : keep(bytes)) ?? address;
  });
}

/** All images inside the text of a file, as `\n` ends its lines. */
export function* imagesInText(text: string): Generator<Uint8Array> {
  const page = isMhtml(text) ? parseMhtml(text) : null;
  for (const part of page?.parts ?? []) yield part.bytes();
  for (const [address] of (page?.html ?? text).matchAll(DATA_ADDRESS)) {
    const bytes = imageInAddress(address);
    if (bytes !== null) yield bytes;
  }
}
