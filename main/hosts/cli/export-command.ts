import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { App } from '../../core/app.ts';
import type { MethodOutput } from '../../shared/contract.ts';
import type { ExportConflict } from '../../shared/contract/export.ts';
import { ENGLISH } from '../../shared/messages/translator.ts';
import { EXIT, type GlobalOptions, type Session } from './session.ts';
import { plural } from './table.ts';
import { templateNamed } from './template-option.ts';

interface ExportOptions extends GlobalOptions {
  format: 'markdown' | 'jsonld';
  out: string;
  groupBy: 'article' | 'tag';
  template: string;
  edited: 'keep' | 'take' | 'overwrite';
}

export function addExportCommand(program: Command, session: Session): void {
  program
    .command('export')
    .description('write the notes to a folder')
    .addOption(
      new Option('--format <format>', 'of the files')
        .choices(['markdown', 'jsonld'])
        .default('markdown'),
    )
    .requiredOption('--out <dir>', 'the folder, or the .jsonld file; made where it is missing')
    .addOption(
      new Option('--group-by <what>', 'one file an article, or one with all notes by tag')
        .choices(['article', 'tag'])
        .default('article'),
    )
    .option(
      '--template <name>',
      'how the notes look: Obsidian, Logseq, Plain, or one of yours',
      'obsidian',
    )
    .addOption(
      new Option(
        '--edited <what>',
        'passages and notes that were edited in the files: keep them, take notes into the library, or overwrite',
      )
        .choices(['keep', 'take', 'overwrite'])
        .default('keep'),
    )
    .action((_: unknown, command: Command) =>
      exportAs(command.optsWithGlobals<ExportOptions>(), command, session),
    );
}

function exportAs(options: ExportOptions, command: Command, session: Session): Promise<void> {
  if (options.format === 'markdown') return exportNotes(options, command, session);
  for (const name of ['groupBy', 'template', 'edited'] as const) {
    if (command.getOptionValueSource(name) !== 'cli') continue;
    const flag = command.options.find((option) => option.attributeName() === name)?.long;
    command.error(`error: ${flag} is about Markdown; one file of JSON-LD has all there is`);
  }
  return exportInterchange(options, session);
}

/** One file for all, which `import-annotations` reads back. */
async function exportInterchange(options: ExportOptions, session: Session): Promise<void> {
  const out = resolve(session.host.cwd, options.out);
  const path = /\.json(?:ld)?$/iu.test(out) ? out : join(out, 'annotations.jsonld');
  await session.withApp(options, 'read', async (app) => {
    const result = await app.call('interchange.export', { path });
    const { annotations, articles, tags } = result;
    const parts = [
      plural(annotations, 'annotation'),
      plural(articles, 'article'),
      plural(tags, 'tag'),
    ];
    session.print(options, { json: result, lines: [`${path}: ${parts.join(', ')}`] });
  });
}

async function exportNotes(
  options: ExportOptions,
  command: Command,
  session: Session,
): Promise<void> {
  const out = resolve(session.host.cwd, options.out);
  // Only notes that come back change the library.
  const access = options.edited === 'take' ? 'write' : 'read';
  await session.withApp(options, access, async (app) => {
    const template = await templateNamed(app, options.template, command);
    const result = await exportOnce(app, { ...options, out, template });
    const { files, written, unchanged, conflicts, failures } = result;
    for (const conflict of conflicts) session.tell(conflictLine(conflict));
    for (const { reason } of failures) session.tell(ENGLISH.say(reason));
    const failed = failures.length === 0 ? '' : `, ${failures.length} failed`;
    const summary = `${plural(files.length, 'file')} in ${out}: ${written} written, ${unchanged} unchanged${failed}`;
    const status = failed === '' ? EXIT.done : files.length === 0 ? EXIT.failed : EXIT.partly;
    session.print(options, { json: result, lines: [...files, summary], status });
  });
}

type Exported = MethodOutput<'export.markdown'>;

async function exportOnce(
  app: App,
  {
    out,
    groupBy,
    template,
    edited,
  }: Pick<ExportOptions, 'out' | 'groupBy' | 'template' | 'edited'>,
): Promise<Exported> {
  const target = { out, groupBy, template };
  if (edited === 'keep') return app.call('export.markdown', target);
  const { conflicts } = await app.call('export.preview', target);
  if (edited === 'overwrite') {
    const overwrite = conflicts.map(({ id }) => id);
    return app.call('export.markdown', { ...target, overwrite });
  }
  for (const conflict of conflicts) await takeNote(app, conflict);
  return app.call('export.markdown', target);
}

/** What was taken out of a file stays in the library: that may be a slip. */
async function takeNote(app: App, { annotationId, articleId, note }: ExportConflict) {
  if (note === null || note === '') return;
  const change = { note };
  if (annotationId !== null) await app.call('annotations.update', { id: annotationId, change });
  else if (articleId !== null) await app.call('articles.update', { ids: [articleId], change });
}

const PARTS = { quote: 'the passage', note: 'the note', unit: 'the highlight' };

function conflictLine({ path, annotationId, articleId, part, file }: ExportConflict): string {
  const did = file === '' ? 'taken out' : 'edited';
  return `${path}: ${PARTS[part]} of ${annotationId ?? articleId} was ${did} in the file and stays so`;
}
