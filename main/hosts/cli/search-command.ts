import type { Command } from 'commander';
import type { App } from '../../core/app.ts';
import type { MethodOutput, SearchHit } from '../../shared/contract.ts';
import { LecternError } from '../../shared/errors.ts';
import { z } from 'zod';
import { wholeNumber } from './arguments.ts';
import type { GlobalOptions, Session } from './session.ts';
import { oneLine, plural } from './table.ts';
import { waitForIndex } from './wait-for-index.ts';
import { verbatim } from '../../shared/messages/phrase.ts';

interface SearchOptions extends GlobalOptions {
  limit: number;
}

const MOST = 1000;
const USUAL = 20;

export function addSearchCommand(program: Command, session: Session): void {
  program
    .command('search')
    .description('search titles, texts, notes and tags')
    .argument('<query...>', 'words; +word -word word* word~1 title:word')
    .option('--limit <n>', 'at most so many hits', wholeNumber(1, MOST), USUAL)
    // `-word` is a part of the query.
    .allowUnknownOption()
    .action((words: string[], _: unknown, command: Command) => {
      const unknown = words.find((word) => word.startsWith('--'));
      if (unknown !== undefined) command.error(`error: unknown option '${unknown}'`);
      return searchArticles(words.join(' '), command.optsWithGlobals<SearchOptions>(), session);
    });
}

async function searchArticles(
  query: string,
  options: SearchOptions,
  session: Session,
): Promise<void> {
  await session.withApp(options, 'read', async (app) => {
    await waitForIndex(app, session.host.interrupted);
    const { total, hits } = await ask(app, query, options.limit);
    session.print(options, {
      json: { total, hits },
      lines: [...hits.flatMap(hitLines), `${plural(total, 'hit')}`],
    });
  });
}

const place = z.object({ start: z.number(), end: z.number() });

/** At a terminal the place of a mistake is said in words. */
async function ask(app: App, query: string, limit: number): Promise<MethodOutput<'search.query'>> {
  try {
    return await app.call('search.query', { query, limit });
  } catch (error) {
    if (!(error instanceof LecternError) || error.code !== 'bad_query') throw error;
    const at = place.safeParse(error.details);
    if (!at.success) throw error;
    const { start, end } = at.data;
    const where = end > start ? `: ${JSON.stringify(query.slice(start, end))}` : '';
    const message = `${error.message} (at character ${start + 1}${where})`;
    throw new LecternError('bad_query', verbatim(message), error.details);
  }
}

function hitLines({ articleId, title, snippets }: SearchHit): string[] {
  return [
    `${articleId}  ${oneLine(title, 100)}`,
    ...snippets.map(({ text }) => `    ${oneLine(text, 200)}`),
  ];
}
