import { LecternError } from '../../shared/errors.ts';
import type { ReadingTexts } from '../library/reading-texts.ts';

/** Null for a text that is gone: its notes must still leave and arrive. */
export async function readingTextOf(texts: ReadingTexts, id: string): Promise<string | null> {
  try {
    return await (await texts.now(id)).text();
  } catch (error) {
    if (error instanceof LecternError && error.code === 'damaged') return null;
    throw error;
  }
}
