/**
 * Where the window was, in a small JSON file. Electron 45 has `windowStatePersistence` for this; it
 * is marked experimental, and what it restores can't be tested without its binary.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';
import type { HostWindow } from './api.ts';

const stateSchema = z.object({
  bounds: z.object({
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(1),
    height: z.number().int().min(1),
  }),
  maximized: z.boolean(),
  fullScreen: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

export const MIN_SIZE = { width: 480, height: 400 };
const DEFAULT_SIZE = { width: 1280, height: 840 };

/** How much of the title bar must be within reach of the mouse, in DIP. */
const REACHABLE = { width: 120, height: 32 };

/** Null when there is none, or when the file isn't what it should be: then the window starts anew. */
export function loadWindowState(file: string): WindowState | null {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Synchronous: the window is closing. Losing the state is no reason to keep it open. */
export function saveWindowState(file: string, window: HostWindow): void {
  const state: WindowState = {
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
    fullScreen: window.isFullScreen(),
  };
  try {
    writeFileSync(file, `${JSON.stringify(state)}\n`);
  } catch {
    return;
  }
}

/**
 * The bounds to open the window with: the remembered ones, as long as they fit the displays of now.
 * Without a position Electron centres the window on the main display.
 */
export function startBounds(
  state: WindowState | null,
  workAreas: readonly Rectangle[],
): Partial<Rectangle> & { width: number; height: number } {
  const area = workAreas.find((candidate) => state !== null && reaches(state.bounds, candidate));
  if (state === null || area === undefined) return fitInto(DEFAULT_SIZE, workAreas[0]);
  return { x: state.bounds.x, y: state.bounds.y, ...fitInto(state.bounds, area) };
}

function reaches(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const titleBarIsInside =
    window.y >= area.y && window.y + REACHABLE.height <= area.y + area.height;
  return titleBarIsInside && width >= REACHABLE.width;
}

function fitInto(
  size: { width: number; height: number },
  area: Rectangle | undefined,
): { width: number; height: number } {
  const most = area ?? DEFAULT_SIZE;
  return {
    width: Math.max(MIN_SIZE.width, Math.min(size.width, most.width)),
    height: Math.max(MIN_SIZE.height, Math.min(size.height, most.height)),
  };
}
