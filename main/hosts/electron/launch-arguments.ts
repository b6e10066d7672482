import { isAbsolute, resolve } from 'node:path';

export interface LaunchArguments {
  /** The folder given with `--library`, absolute. */
  library: string | null;
  /** Files and folders to open, absolute. */
  paths: string[];
}

/**
 * Reads the command line of the app. Electron and Chromium have switches of their own there, all of
 * the form `--name` or `--name=value`: whatever starts with a dash and isn't ours is left alone.
 */
export function parseLaunchArguments(
  argv: readonly string[],
  workingDirectory: string,
): LaunchArguments {
  const result: LaunchArguments = { library: null, paths: [] };
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--library') {
      const folder = rest.shift();
      if (folder !== undefined) result.library = resolve(workingDirectory, folder);
    } else if (argument.startsWith('--library=')) {
      result.library = resolve(workingDirectory, argument.slice('--library='.length));
    } else if (argument !== '' && !argument.startsWith('-') && !isLink(argument)) {
      result.paths.push(resolve(workingDirectory, argument));
    }
  }
  return result;
}

/** The arguments after the executable and, when Electron runs an unpacked app, after its folder. */
export function userArguments(argv: readonly string[], unpacked: boolean): string[] {
  const rest = argv.slice(1);
  const app = unpacked ? rest.findIndex((argument) => !argument.startsWith('-')) : -1;
  return app < 0 ? rest : rest.toSpliced(app, 1);
}

/** Browsers and launchers hand over links now and then; `C:\` isn't one. */
function isLink(argument: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(argument) && !isAbsolute(argument);
}
