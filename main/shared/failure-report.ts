import type { Problem } from './contract.ts';
import { ENGLISH } from './messages/translator.ts';

/** What couldn't be read, as a Markdown list with whole paths. */
export function failureReport(failures: readonly Problem[]): string {
  return failures
    .map(
      ({ path, line, message }) =>
        `- \`${path}\`${line === null ? '' : `:${line}`}: ${ENGLISH.say(message)}\n`,
    )
    .join('');
}
