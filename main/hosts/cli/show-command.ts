import { Option, type Command } from 'commander';
import { toReadingText } from '../../shared/text/reading.ts';
import { articleId } from './arguments.ts';
import type { GlobalOptions, Session } from './session.ts';
import { readTagNames } from './tag-names.ts';

interface ShowOptions extends GlobalOptions {
  format: 'markdown' | 'text' | 'json';
}

export function addShowCommand(program: Command, session: Session): void {
  program
    .command('show')
    .description('print one article')
    .argument('<id>', 'its id, as list prints it')
    .addOption(
      new Option('--format <format>', 'how to print it')
        .choices(['markdown', 'text', 'json'])
        .default('markdown'),
    )
    .action((id: string, _: unknown, command: Command) =>
      showArticle(id, command.optsWithGlobals<ShowOptions>(), session),
    );
}

async function showArticle(given: string, options: ShowOptions, session: Session): Promise<void> {
  const id = articleId(given);
  await session.withApp(options, 'read', async (app) => {
    const { article, markdown } = await app.call('articles.get', { id });
    const withNames = await readTagNames(app);
    const text = toReadingText(markdown);
    session.print(
      { ...options, json: options.json === true || options.format === 'json' },
      {
        json: { ...withNames(article), markdown, text },
        lines:
          options.format === 'text'
            ? [article.title, '', text]
            : [`# ${article.title}`, '', markdown],
      },
    );
  });
}
