/** Makes one plain file of a module and all that it imports: Node 20 runs no TypeScript. */
import { join } from 'node:path';
import { build } from 'vite';

/** Gives the path of the bundle, which lies in `folder`. */
export async function bundleForNode(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(folder, 'child.mjs');
}
