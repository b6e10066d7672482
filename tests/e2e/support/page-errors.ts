import type { Page } from '@playwright/test';

/**
 * What a page complains of from now on, in a list that grows: errors nobody caught, and errors on
 * the console, where Chromium also writes what the content security policy refused.
 */
export function errorsOf(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() !== 'error' || isAnswerOfCore(url, message.text())) return;
    errors.push(`${message.text()} (${url})`);
  });
  return errors;
}

/** An outcome with an error has an error status, which Chromium reports; the page deals with it. */
function isAnswerOfCore(url: string, text: string): boolean {
  return url.endsWith('/api/call') && text.startsWith('Failed to load resource');
}
