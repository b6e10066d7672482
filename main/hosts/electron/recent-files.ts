/**
 * The files and folders that were imported last, for the menu. A Mac keeps such a list itself and
 * Windows one for the taskbar, which are told of them; menus on Windows and Linux show our own, kept
 * in a small JSON file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { App } from '../../core/app.ts';
import { CONTRACT } from '../../shared/contract.ts';
import type { HostApp } from './api.ts';

/** As many as menus commonly show. */
const MOST = 10;

export interface RecentFiles {
  /** Absolute paths, the last one first. */
  list(): readonly string[];
  note(paths: readonly string[]): void;
  clear(): void;
}

interface Options {
  app: Pick<HostApp, 'addRecentDocument' | 'clearRecentDocuments'>;
  platform: NodeJS.Platform;
  file: string;
  changed(): void;
}

export function recentFiles({ app, platform, file, changed }: Options): RecentFiles {
  const told = platform === 'darwin' || platform === 'win32';
  let paths = platform === 'darwin' ? [] : load(file);

  function keep(next: readonly string[]): void {
    if (platform === 'darwin') return;
    paths = [...new Set(next)].slice(0, MOST);
    save(file, paths);
    changed();
  }

  return {
    list: () => paths,
    note(added) {
      if (told) for (const path of added) app.addRecentDocument(path);
      keep([...added.toReversed(), ...paths]);
    },
    clear() {
      if (told) app.clearRecentDocuments();
      keep([]);
    },
  };
}

/** The app, noting which files an import was planned of. */
export function notingImports(
  app: Pick<App, 'dispatch'>,
  recent: Pick<RecentFiles, 'note'>,
): Pick<App, 'dispatch'> {
  return {
    async dispatch(method, input) {
      const outcome = await app.dispatch(method, input);
      if (outcome.ok && method === 'imports.plan') {
        recent.note(CONTRACT['imports.plan'].input.parse(input).paths);
      }
      return outcome;
    },
  };
}

/** None where there is no file, or where it isn't what it should be. */
function load(file: string): string[] {
  try {
    return z
      .array(z.string())
      .parse(JSON.parse(readFileSync(file, 'utf8')))
      .slice(0, MOST);
  } catch {
    return [];
  }
}

/** Losing the list is no reason to fail. */
function save(file: string, paths: readonly string[]): void {
  try {
    writeFileSync(file, `${JSON.stringify(paths)}\n`);
  } catch {
    return;
  }
}
