import type { Command } from 'commander';
import type { BriefArticle } from '../../shared/contract/articles.ts';
import { wholeNumber } from './arguments.ts';
import type { GlobalOptions, Session } from './session.ts';
import { oneLine, tableLines } from './table.ts';
import { readTagNames } from './tag-names.ts';

interface ListOptions extends GlobalOptions {
  limit: number;
}

const MOST = 100_000;

export function addListCommand(program: Command, session: Session): void {
  program
    .command('list')
    .description('list the articles, newest first')
    .option('--limit <n>', 'at most so many', wholeNumber(1, MOST), MOST)
    .action((_: unknown, command: Command) =>
      listArticles(command.optsWithGlobals<ListOptions>(), session),
    );
}

async function listArticles(options: ListOptions, session: Session): Promise<void> {
  await session.withApp(options, 'read', async (app) => {
    const { total, articles } = await app.call('articles.list', { limit: options.limit });
    const named = articles.map(await readTagNames(app));
    session.print(options, {
      json: { total, articles: named },
      lines: tableLines(named.map(row)),
    });
  });
}

function row({ id, published, words, truncated, origin, title }: BriefArticle): string[] {
  return [
    id,
    published?.slice(0, 10) ?? '',
    String(words),
    truncated ? 'teaser' : '',
    oneLine(origin ?? '', 20),
    oneLine(title, 100),
  ];
}
