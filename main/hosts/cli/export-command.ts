import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { GlobalOptions, Session } from './session.ts';
import { plural } from './table.ts';

interface ExportOptions extends GlobalOptions {
  out: string;
  groupBy: 'article' | 'tag';
}

export function addExportCommand(program: Command, session: Session): void {
  program
    .command('export')
    .description('write the notes to a folder')
    .addOption(
      new Option('--format <format>', 'of the files').choices(['markdown']).default('markdown'),
    )
    .requiredOption('--out <dir>', 'the folder; made where it is missing')
    .addOption(
      new Option('--group-by <what>', 'one file an article, or one with all notes by tag')
        .choices(['article', 'tag'])
        .default('article'),
    )
    .action((_: unknown, command: Command) =>
      exportNotes(command.optsWithGlobals<ExportOptions>(), session),
    );
}

async function exportNotes(options: ExportOptions, session: Session): Promise<void> {
  const out = resolve(session.host.cwd, options.out);
  await session.withApp(options, 'read', async (app) => {
    const result = await app.call('export.markdown', { out, groupBy: options.groupBy });
    const { files, written, unchanged } = result;
    const summary = `${plural(files.length, 'file')} in ${out}: ${written} written, ${unchanged} unchanged`;
    session.print(options, { json: result, lines: [...files, summary] });
  });
}
