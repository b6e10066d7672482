/**
 * Lectern asks the system for nothing and fetches nothing: each permission, device, download and
 * request to another address is refused for the whole session, whoever asks.
 */
import type { HostSession } from './api.ts';
import { parseAddress, type Origin } from './origin.ts';

/** Schemes that don't leave the process; DevTools exist in development only. */
const INNER_SCHEMES = ['data:', 'blob:', 'devtools:'];

export function denyEverything(session: HostSession, origin: Origin): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isAllowedRequest(url, origin) });
  });
}

export function isAllowedRequest(address: string, origin: Origin): boolean {
  const url = parseAddress(address);
  if (url === null) return false;
  if (INNER_SCHEMES.includes(url.protocol)) return true;
  // The development server's hot reloading is a web socket on the same host.
  if (url.protocol === 'ws:') return origin.owns(address.replace(/^ws:/, 'http:'));
  return origin.owns(address);
}
