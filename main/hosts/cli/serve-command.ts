import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { wholeNumber } from './arguments.ts';
import type { GlobalOptions, Session } from './session.ts';

interface ServeOptions extends GlobalOptions {
  port?: number;
}

export function addServeCommand(program: Command, session: Session): void {
  program
    .command('serve')
    .description('open the library to this computer’s browser; Ctrl+C ends it')
    .argument('[path...]', 'files and folders that the page opens first')
    .option('--port <n>', 'a fixed port instead of any free one', wholeNumber(0, 65_535))
    .action((paths: string[], _: unknown, command: Command) =>
      serve(paths, command.optsWithGlobals<ServeOptions>(), session),
    );
}

async function serve(
  given: readonly string[],
  options: ServeOptions,
  session: Session,
): Promise<void> {
  const { rendererDir, interrupted, cwd } = session.host;
  // The other commands start faster without the web host.
  const { startWebHost } = await import('../web.ts');
  await session.withApp(
    options,
    'write',
    async (app, ports) => {
      const { url, close } = await startWebHost({
        app,
        ports,
        rendererDir,
        files: given.map((path) => resolve(cwd, path)),
        ...(options.port === undefined ? {} : { port: options.port }),
        onFreshLink: (fresh) => session.tell(`a new link: ${fresh}`),
      });
      session.print(options, { json: { url }, lines: [url] });
      if (!interrupted.aborted) await once(interrupted, 'abort');
      await close();
    },
    'web',
  );
}
