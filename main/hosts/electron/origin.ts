/** Where the page comes from, and which addresses count as its own. */

export const APP_SCHEME = 'app';
export const APP_HOST = 'lectern';

export interface Origin {
  /** What the window loads. */
  readonly startUrl: string;
  /** Whether an address, or the `origin` of a frame, is the page's own. */
  owns(address: string): boolean;
}

/** `devServerUrl` is the renderer's address under `electron-vite dev`. */
export function pageOrigin(devServerUrl: string | null): Origin {
  const startUrl = devServerUrl ?? `${APP_SCHEME}://${APP_HOST}/index.html`;
  const own = new URL(startUrl);
  return {
    startUrl,
    owns(address) {
      const url = parseAddress(address);
      // Not `url.origin`: that is 'null' for every scheme that Node doesn't know.
      return url?.protocol === own.protocol && url.host === own.host;
    },
  };
}

export function parseAddress(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
