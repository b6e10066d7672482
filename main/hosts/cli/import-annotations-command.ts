import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT, type GlobalOptions, type Session } from './session.ts';
import { waitForIndex } from './wait-for-index.ts';
import { ENGLISH } from '../../shared/messages/translator.ts';

export function addImportAnnotationsCommand(program: Command, session: Session): void {
  program
    .command('import-annotations')
    .description(
      'bring in highlights, notes and tags from a file of W3C Web Annotations, or from Hypothesis',
    )
    .argument(
      '<file>',
      'JSON-LD, as export --format jsonld writes it, or JSON of the Hypothesis API or client',
    )
    .action((file: string, _: unknown, command: Command) =>
      importAnnotations(file, command.optsWithGlobals<GlobalOptions>(), session),
    );
}

async function importAnnotations(
  file: string,
  options: GlobalOptions,
  session: Session,
): Promise<void> {
  const path = resolve(session.host.cwd, file);
  await session.withApp(options, 'write', async (app) => {
    const { added, replaced, articleNotes, unchanged, tags, failures } = await app.call(
      'interchange.import',
      { path },
    );
    await waitForIndex(app, session.host.interrupted);
    for (const { id, reason } of failures) session.tell(`${id}: ${ENGLISH.say(reason)}`);
    const counts = {
      added: added.length,
      updated: replaced.length,
      unchanged,
      failed: failures.length,
    };
    const notes = articleNotes.length;
    const brought = counts.added + counts.updated + counts.unchanged + notes;
    const summary =
      `added ${counts.added}, updated ${counts.updated}, unchanged ${unchanged}, ` +
      `failed ${counts.failed}; new tags ${tags}` +
      (notes === 0 ? '' : `, notes on articles ${notes}`);
    const status = counts.failed === 0 ? EXIT.done : brought === 0 ? EXIT.failed : EXIT.partly;
    session.print(options, {
      json: { ...counts, articleNotes: notes, tags, failures },
      lines: [summary],
      status,
    });
  });
}
