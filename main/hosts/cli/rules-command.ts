import type { Command } from 'commander';
import { translatorFor } from '../../shared/messages/translator.ts';
import { ruleWords, siteWords } from '../../shared/rule-words.ts';
import type { Rule } from '../../shared/rules.ts';
import type { GlobalOptions, Session } from './session.ts';

interface RulesOptions extends GlobalOptions {
  on?: string;
  off?: string;
  delete?: string;
}

export function addRulesCommand(program: Command, session: Session): void {
  program
    .command('rules')
    .description('list the rules that corrections of imports were kept as, or change one')
    .option('--on <id>', 'apply the rule to imports again')
    .option('--off <id>', 'keep the rule, but don’t apply it')
    .option('--delete <id>', 'delete the rule')
    .action((_: unknown, command: Command) =>
      showRules(command.optsWithGlobals<RulesOptions>(), session),
    );
}

async function showRules(options: RulesOptions, session: Session): Promise<void> {
  const { on, off, delete: gone } = options;
  const changes = on !== undefined || off !== undefined || gone !== undefined;
  await session.withApp(options, changes ? 'write' : 'read', async (app) => {
    if (on !== undefined) await app.call('rules.update', { id: on, change: { on: true } });
    if (off !== undefined) await app.call('rules.update', { id: off, change: { on: false } });
    if (gone !== undefined) await app.call('rules.delete', { id: gone });
    const { rules } = await app.call('rules.list', {});
    session.print(options, { json: { total: rules.length, rules }, lines: rules.flatMap(lines) });
  });
}

/** The command line speaks English. */
const english = translatorFor('en-GB', []);

function lines(rule: Rule): string[] {
  return [
    `${rule.id}  ${rule.name}${rule.on ? '' : ' (off)'}`,
    `    ${ruleWords(english, rule)}; ${siteWords(english, rule.site)}`,
  ];
}
