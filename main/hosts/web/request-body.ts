import type { IncomingMessage } from 'node:http';

/** Status 413: the rest of the body is read and thrown away, so that the answer arrives. */
export class BodyTooLarge extends Error {}

/** The body as UTF-8 text. @throws BodyTooLarge past `limit` bytes */
export async function readText(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw new BodyTooLarge();
  return Buffer.concat(chunks).toString('utf8');
}
