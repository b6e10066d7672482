/** The forms of an answer: an outcome as JSON, a short page for people, a redirect. */
import type { ServerResponse } from 'node:http';
import type { Outcome } from '../../shared/contract.ts';
import { toErrorValue, type ErrorCode } from '../../shared/errors.ts';
import { SECURITY_HEADERS } from '../content-security.ts';

const STATUS_OF_ERROR = {
  bad_input: 400,
  bad_query: 400,
  unknown_method: 404,
  not_found: 404,
  no_match: 404,
  locked: 409,
  read_only: 409,
  cancelled: 409,
  unreadable: 422,
  unwritable: 422,
  unsupported: 501,
  damaged: 500,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

export function sendOutcome(
  response: ServerResponse,
  outcome: Outcome<unknown>,
  status = outcome.ok ? 200 : STATUS_OF_ERROR[outcome.error.code],
): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(outcome));
}

export function sendError(response: ServerResponse, error: unknown, status?: number): void {
  sendOutcome(response, { ok: false, error: toErrorValue(error) }, status);
}

/** `message` is put into HTML as it is: give it only our own words. */
export function sendPage(response: ServerResponse, status: number, message: string): void {
  send(response, status, 'text/html; charset=utf-8', page(message));
}

export function redirectHome(response: ServerResponse, cookie: string): void {
  response.setHeader('Set-Cookie', cookie);
  response.setHeader('Location', '/');
  send(response, 303, 'text/plain; charset=utf-8', '');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const bytes = Buffer.from(body, 'utf8');
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
  });
  response.end(bytes);
}

function page(message: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Lectern</title>
<style>body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto; padding: 0 1.5rem }</style>
<h1>Lectern</h1>
<p>${message}</p>
</html>
`;
}
