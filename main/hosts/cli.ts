/** The command line: a thin reader of arguments over the same core that the window uses. */
import { Command, CommanderError } from 'commander';
import { LecternError } from '../shared/errors.ts';
import { addAnnotateCommand } from './cli/annotate-command.ts';
import { addAnnotationsCommand } from './cli/annotations-command.ts';
import { addExportCommand } from './cli/export-command.ts';
import { addImportAnnotationsCommand } from './cli/import-annotations-command.ts';
import { addImportCommand } from './cli/import-command.ts';
import { addListCommand } from './cli/list-command.ts';
import { addRulesCommand } from './cli/rules-command.ts';
import { addSearchCommand } from './cli/search-command.ts';
import { addServeCommand } from './cli/serve-command.ts';
import { createSession, EXIT, type CliHost, type ExitStatus, type Session } from './cli/session.ts';
import { addShowCommand } from './cli/show-command.ts';
import { addTagsCommand } from './cli/tags-command.ts';
import { addVerifyCommand } from './cli/verify-command.ts';

export type { CliHost } from './cli/session.ts';

/** Arguments without interpreter and script. Never rejects; says what went wrong in one line. */
export async function runCli(argv: readonly string[], host: CliHost): Promise<ExitStatus> {
  const session = createSession(host);
  try {
    await createProgram(session).parseAsync([...argv], { from: 'user' });
    return session.status;
  } catch (error) {
    return explain(error, session);
  }
}

function createProgram(session: Session): Command {
  const { host } = session;
  const program = new Command('lectern')
    .description(
      'An offline research reader: cuts dumps into articles, keeps, finds and notes them.',
    )
    .version(host.version, '--version')
    .option('--library <dir>', 'the library (default: $LECTERN_LIBRARY or ~/Lectern)')
    .option('--json', 'print one JSON document')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
    });
  const commands = [
    addImportCommand,
    addListCommand,
    addShowCommand,
    addSearchCommand,
    addAnnotateCommand,
    addAnnotationsCommand,
    addTagsCommand,
    addRulesCommand,
    addExportCommand,
    addImportAnnotationsCommand,
    addVerifyCommand,
    addServeCommand,
  ];
  for (const add of commands) add(program, session);
  return program;
}

function explain(error: unknown, session: Session): ExitStatus {
  const { host } = session;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (host.interrupted.aborted) {
    session.tell('stopped; the library is as it was, or with whole articles only');
    return EXIT.interrupted;
  }
  session.tell(messageOf(error));
  if (host.env['LECTERN_DEBUG'] && error instanceof Error) host.stderr.write(`${error.stack}\n`);
  return EXIT.failed;
}

/** One line, whatever stands in it. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.replace(/\s+/gu, ' ').trim();
  return error instanceof LecternError && error.code !== 'internal'
    ? line
    : `something is wrong in Lectern itself: ${line}`;
}
