import type { AreaHandlers, Core } from './core.ts';

export function desktopHandlers({ ports }: Core): AreaHandlers<'desktop'> {
  const { desktop, paths } = ports;
  return {
    'desktop.info': () => ({
      ...desktop.info,
      defaultExportFolder: paths.defaultExportFolder,
    }),
    'desktop.pickFiles': async () => ({ paths: await desktop.pickFiles() }),
    'desktop.saveText': async ({ name, text }) => ({ path: await desktop.saveText(name, text) }),
    'desktop.pickFolder': async ({ title }) => ({ path: await desktop.pickFolder(title) }),
    'desktop.showFolder': async ({ path }) => {
      await desktop.showFolder(path);
      return {};
    },
    'desktop.toggleFullScreen': async () => {
      await desktop.toggleFullScreen();
      return {};
    },
    'desktop.savePdf': async ({ name }) => ({ path: await desktop.savePdf(name) }),
    'desktop.openLink': async ({ url }) => {
      await desktop.openLink(url);
      return {};
    },
  };
}
