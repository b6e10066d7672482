import type { Problem } from './contract.ts';

/** What couldn't be read, as a Markdown list with whole paths. */
export function failureReport(failures: readonly Problem[]): string {
  return failures
    .map(
      ({ path, line, message }) => `- \`${path}\`${line === null ? '' : `:${line}`}: ${message}\n`,
    )
    .join('');
}
