/** `POST /api/call`: one call of the contract, `{method, input}` in, its outcome out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { App } from '../../core/app.ts';
import { LecternError } from '../../shared/errors.ts';
import { sendError, sendOutcome } from './reply.ts';
import { BodyTooLarge, readText } from './request-body.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const BODY_LIMIT = 16 * 1024 * 1024;

const callSchema = z.strictObject({ method: z.string(), input: z.unknown().optional() });

export async function answerCall(
  app: Pick<App, 'dispatch'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isJson(request.headers['content-type'])) {
    return sendError(response, new LecternError('bad_input', phrase('error.callNotJson')), 415);
  }
  let body: string;
  try {
    body = await readText(request, BODY_LIMIT);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    const message = phrase('error.callTooLarge', { most: BODY_LIMIT / 1024 / 1024 });
    return sendError(response, new LecternError('bad_input', message), 413);
  }
  const call = parseCall(body);
  if (call === null) {
    const message = phrase('error.callForm', { form: '{"method": "area.verb", "input": {…}}' });
    return sendError(response, new LecternError('bad_input', message));
  }
  sendOutcome(response, await app.dispatch(call.method, call.input));
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}

function parseCall(body: string): z.infer<typeof callSchema> | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  return callSchema.safeParse(value).data ?? null;
}
