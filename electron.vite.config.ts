import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { parseLaunchArguments } from './main/hosts/electron/launch-arguments.ts';
import { keptImageAt } from './main/hosts/kept-image.ts';
import { libraryFolder } from './main/hosts/node-ports.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

/** The images of the library for the page under `npm run dev`, which comes from this server. */
function libraryImages(): Plugin {
  const { library } = parseLaunchArguments(process.argv.slice(2), process.cwd());
  const folder = libraryFolder(library ?? undefined, process.env);
  return {
    name: 'library-images',
    configureServer({ middlewares }) {
      middlewares.use('/images', (request, response) => {
        const answer = async () => {
          const image = await keptImageAt(folder, `/images${request.url ?? ''}`);
          response.writeHead(image === null ? 404 : 200, image?.headers);
          response.end(image?.bytes);
        };
        answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
      });
    },
  };
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          index: at('main/index.ts'),
          cli: at('main/cli.ts'),
          'search-worker': at('main/core/search/worker-entry.ts'),
          'import-worker': at('main/core/importers/worker-entry.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can't be an ES module.
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    resolve: {
      alias: {
        // Its entry for browsers asks the document, which a worker doesn't have.
        'decode-named-character-reference': at(
          'node_modules/decode-named-character-reference/index.js',
        ),
      },
    },
    plugins: [react(), libraryImages()],
    build: {
      outDir: 'out/renderer',
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
