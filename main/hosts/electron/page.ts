/**
 * The one window and what is sent to it. What the desktop asks for (a menu entry, files to open)
 * waits until there is a loaded page and is never lost; other events are news, and a page that is
 * still loading asks for everything anyway.
 */
import { EVENT_CHANNEL } from '../../shared/bridge.ts';
import type { EventMessage } from '../../shared/events.ts';
import type { HostWindow } from './api.ts';

export interface Page {
  /** Null before the start, and on a Mac after the window was closed. */
  window(): HostWindow | null;
  /** From here on there may be a window; opens it. */
  start(): void;
  /** Brings the window to the front, a new one if there is none; does nothing before the start. */
  reveal(): void;
  send(event: EventMessage): void;
}

export function createPage(openWindow: () => HostWindow): Page {
  let started = false;
  let window: HostWindow | null = null;
  let loaded = false;
  const waiting: EventMessage[] = [];

  function open(): void {
    const opened = openWindow();
    window = opened;
    opened.on('closed', () => {
      window = null;
      loaded = false;
    });
    opened.webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) loaded = false;
    });
    opened.webContents.on('did-finish-load', () => {
      loaded = true;
      for (const event of waiting.splice(0)) deliver(event);
    });
  }

  function deliver(event: EventMessage): void {
    window?.webContents.send(EVENT_CHANNEL, event);
  }

  function reveal(): void {
    if (!started) return;
    if (window === null) return open();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  return {
    window: () => window,
    start() {
      started = true;
      if (window === null) open();
    },
    reveal,
    send(event) {
      if (loaded) deliver(event);
      else if (isRequest(event)) waiting.push(event);
    },
  };
}

function isRequest(event: EventMessage): boolean {
  return event.name === 'command.requested' || event.name === 'files.opened';
}
