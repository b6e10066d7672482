import type { App } from '../../core/app.ts';
import { CONTRACT } from '../../shared/contract.ts';
import type { HostApp } from './api.ts';

/** The app, noting in the system's list of recent documents which files were imported. */
export function notingRecentDocuments(
  electronApp: Pick<HostApp, 'addRecentDocument'>,
  platform: NodeJS.Platform,
  app: Pick<App, 'dispatch'>,
): Pick<App, 'dispatch'> {
  if (platform !== 'darwin' && platform !== 'win32') return app;
  return {
    async dispatch(method, input) {
      const outcome = await app.dispatch(method, input);
      if (outcome.ok && method === 'imports.plan') {
        const { paths } = CONTRACT['imports.plan'].input.parse(input);
        for (const path of paths) electronApp.addRecentDocument(path);
      }
      return outcome;
    },
  };
}
