import { excerptOf, countWords } from '../../shared/text/words.ts';
import { toReadingText } from '../../shared/text/reading.ts';
import { fingerprintOf, packFingerprint } from '../similar/fingerprint.ts';
import { contentHash } from './content-hash.ts';
import type { ConvertedArticle } from './converted.ts';
import type { ReadArticle } from './import-messages.ts';

/** An article with what its reading text tells: length, words, excerpt, hash. */
export function readArticle(article: ConvertedArticle, images: ReadArticle['images']): ReadArticle {
  const text = toReadingText(article.markdown);
  return {
    ...article,
    images,
    length: text.length,
    words: countWords(text),
    excerpt: article.excerpt ?? excerptOf(text),
    contentHash: contentHash(article.title, text),
    fingerprint: packFingerprint(fingerprintOf(text)),
  };
}
