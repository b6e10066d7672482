import type { Command } from 'commander';
import { EXIT, type GlobalOptions, type Session } from './session.ts';
import { ENGLISH } from '../../shared/messages/translator.ts';

export function addVerifyCommand(program: Command, session: Session): void {
  program
    .command('verify')
    .description('check that every file of the library is what it should be')
    .action((_: unknown, command: Command) =>
      verifyLibrary(command.optsWithGlobals<GlobalOptions>(), session),
    );
}

async function verifyLibrary(options: GlobalOptions, session: Session): Promise<void> {
  await session.withApp(options, 'read', async (app) => {
    const result = await app.call('library.verify', {});
    const problems = result.problems.map(({ path, message }) => `${path}: ${ENGLISH.say(message)}`);
    session.print(options, {
      json: result,
      lines: result.ok ? ['The library is whole.'] : problems,
      status: result.ok ? EXIT.done : EXIT.failed,
    });
  });
}
