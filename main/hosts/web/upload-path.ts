import { LecternError } from '../../shared/errors.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const MAX_SEGMENTS = 64;
const MAX_SEGMENT_BYTES = 255;

/**
 * The parts of a path that a page gave for a file, relative to the dropped folder and with `/`
 * between them, as names this file system can take. Nothing that could leave the folder passes.
 * @throws LecternError bad_input
 */
export function uploadSegments(name: string, platform: NodeJS.Platform): string[] {
  const segments = name.split('/').map((segment) => fileName(segment, platform));
  if (segments.length > MAX_SEGMENTS || segments.some((segment) => !isPlainName(segment))) {
    throw new LecternError(
      'bad_input',
      phrase('error.notAFileName', { name: JSON.stringify(name) }),
    );
  }
  return segments;
}

function isPlainName(segment: string): boolean {
  if (segment === '' || segment === '.' || segment === '..') return false;
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES) return false;
  return !/[\u0000-\u001f\u007f/]/.test(segment);
}

/** Windows has characters and endings that no file name may have, and `\` parts its paths. */
function fileName(segment: string, platform: NodeJS.Platform): string {
  if (platform !== 'win32') return segment;
  return segment.replace(/[<>:"\\|?*]/g, '_').replace(/[. ]+$/, '_');
}
