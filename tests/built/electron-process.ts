/**
 * The module that stands for `electron` in the process that runs `out/main/index.js`: the double's
 * parts under Electron's names, driven by the test over the process's IPC channel.
 */
import { ElectronDouble } from '../support/electron-double.ts';

// As Electron has it when it runs an app from a folder: the app's path is the first argument.
Object.defineProperty(process, 'defaultApp', { value: true });

const double = new ElectronDouble(process.env['LECTERN_TEST_PROFILE'] ?? '');
if (process.env['LECTERN_TEST_SECOND'] === '1') double.app.isOnlyInstance = false;

const verbs = {
  becomeReady: () => double.app.becomeReady(),
  finishLoading: () => double.window().finishLoading(),
  isLoading: () => double.windows.length > 0,
  quit: () => double.app.quit(),
  sent: () => double.sent(),
  asked: () => double.asked,
  handedOver: () => double.app.handedOver,
  schemes: () => double.schemes,
  recentDocuments: () => double.app.recentDocuments,
  facts: double.facts.bind(double),
  invoke: double.invoke.bind(double),
  invokeFromNowhere: double.invokeFromNowhere.bind(double),
  request: double.request.bind(double),
  escapes: double.escapes.bind(double),
  permits: double.permits.bind(double),
  lets: double.lets.bind(double),
  menuEntries: double.menuEntries.bind(double),
  click: double.click.bind(double),
  startAgain: double.startAgain.bind(double),
};
export type Verbs = typeof verbs;

export interface Order {
  id: number;
  verb: keyof Verbs;
  args: unknown[];
}

export interface Report {
  id: number;
  value?: unknown;
  error?: string;
}

process.on('message', async ({ id, verb, args }: Order) => {
  // The test's side checks verbs and arguments against `Verbs`.
  const run = verbs[verb] as (...args: unknown[]) => unknown;
  try {
    report({ id, value: await run(...args) });
  } catch (error) {
    report({ id, error: error instanceof Error ? error.message : String(error) });
  }
});

function report(answer: Report): void {
  process.send?.(answer);
}

void double.app.ended.then((code) => process.exit(code));

export const { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol } = double.electron;
export const { screen, session, shell } = double.electron;
