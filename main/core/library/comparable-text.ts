import { toReadingText } from '../../shared/text/reading.ts';

/** What two versions of an article are compared by: title and reading text, parted by a blank line. */
export function comparableText(title: string, markdown: string): string {
  return `${title}\n\n${toReadingText(markdown)}`;
}
