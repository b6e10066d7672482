/**
 * `app://lectern/`: the built renderer as pages of a real origin, which `file://` pages don't have,
 * with the headers that both hosts send.
 */
import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import { SECURITY_HEADERS } from '../content-security.ts';
import { contentTypeOf } from '../content-type.ts';
import { keptImageAt } from '../kept-image.ts';
import { APP_HOST, APP_SCHEME, parseAddress } from './origin.ts';

/** `standard` gives relative addresses and storage, `secure` a secure context; nothing may skip the CSP. */
export const APP_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

export interface ServedFolders {
  /** The built renderer. */
  renderer: string;
  library: string;
}

/** Answers one request with a file of the renderer or an image of the library, or with 404. */
export async function answerFromFolders(
  { renderer, library }: ServedFolders,
  request: { method: string; url: string },
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const image = await keptImageAt(library, pathOf(request.url) ?? '');
  if (image !== null) {
    return new Response(request.method === 'HEAD' ? null : image.bytes, { headers: image.headers });
  }
  const file = fileOf(renderer, request.url);
  if (file === null) return refusal(404);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await readFile(file));
  } catch {
    return refusal(404);
  }
  return new Response(request.method === 'HEAD' ? null : bytes, {
    headers: { ...SECURITY_HEADERS, 'Content-Type': contentTypeOf(file) },
  });
}

/** The file that an address means; null when it isn't inside `root`, however it is written. */
export function fileOf(root: string, address: string): string | null {
  const path = pathOf(address);
  if (path === null) return null;
  const folder = resolve(root);
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(folder + sep) ? file : null;
}

/** Without escapes; null for an address of another host. */
function pathOf(address: string): string | null {
  const url = parseAddress(address);
  if (url?.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return null;
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}
