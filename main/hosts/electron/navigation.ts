import type { HostWebContents } from './api.ts';
import type { Origin } from './origin.ts';

/**
 * Keeps a page where it is: no frame leaves the own origin, no window opens, no webview is attached.
 * Links go out through the contract's `desktop.openLink` alone.
 */
export function confine(contents: HostWebContents, origin: Origin): void {
  const stay = (details: { url: string; preventDefault(): void }) => {
    if (!origin.owns(details.url)) details.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
