import { imageSize } from 'image-size';
import { IMAGE_KINDS, type ImageKind, type KeptImage } from '../../shared/text/image-address.ts';

export interface ImageDescription {
  kind: ImageKind;
  size: KeptImage['size'];
}

/** Up to this many pixels a side it is a tracker or a spacer. */
const TINY = 2;
/** Of EXIF: from here on the picture lies on its side. */
const FIRST_TURNED = 5;

/** By its bytes, whatever its name; null for what browsers don't show, and for trackers. */
export function describeImage(bytes: Uint8Array): ImageDescription | null {
  const found = measure(bytes);
  const kind = IMAGE_KINDS.find((each) => each === found?.type);
  if (found === null || kind === undefined) return null;
  const { width, height, orientation = 1 } = found;
  if (Math.max(width, height) <= TINY) return null;
  const [across, down] = (orientation >= FIRST_TURNED ? [height, width] : [width, height]).map(
    Math.round,
  );
  const size = across && down ? { width: across, height: down } : null;
  return { kind, size };
}

function measure(bytes: Uint8Array): ReturnType<typeof imageSize> | null {
  try {
    return imageSize(bytes);
  } catch {
    return null; // Not an image, or cut off before it says how large it is.
  }
}
