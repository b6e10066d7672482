import { LecternError } from '../../shared/errors.ts';
import { toReadingText } from '../../shared/text/reading.ts';
import type { Library } from '../library/library.ts';

/** Null for a text that is gone: its notes must still leave and arrive. */
export async function readingTextOf({ articles }: Library, id: string): Promise<string | null> {
  try {
    return toReadingText(await articles.markdown(id));
  } catch (error) {
    if (error instanceof LecternError && error.code === 'damaged') return null;
    throw error;
  }
}
