import type { Command } from 'commander';
import type { App } from '../../core/app.ts';
import type { ArticleNote, ListedNote, NoteFilter } from '../../shared/contract/notes.ts';
import { NOTE_SORTS } from '../../shared/contract/notes.ts';
import type { Annotation } from '../../shared/entities.ts';
import { Option } from 'commander';
import { articleId, calendarDay, gather, wholeNumber } from './arguments.ts';
import { colorNamed } from './color-option.ts';
import type { GlobalOptions, Session } from './session.ts';
import { sourceNamed } from './source-option.ts';
import { oneLine, plural } from './table.ts';
import { readTagNames, tagsNamed } from './tag-names.ts';

interface AnnotationsOptions extends GlobalOptions {
  tag: string[];
  below: boolean;
  color?: string;
  source?: string;
  from?: string;
  to?: string;
  text?: string;
  note?: boolean;
  orphaned?: boolean;
  sort: (typeof NOTE_SORTS)[number];
  reverse?: boolean;
  limit: number;
}

const MOST = 1_000_000;
/** As many as the contract gives at once. */
const PAGE = 10_000;

export function addAnnotationsCommand(program: Command, session: Session): void {
  program
    .command('annotations')
    .description('list the highlights and notes, of one article or of all')
    .argument('[id]', 'of an article')
    .option(
      '--tag <name>',
      'with this tag, or one under it; given several times: with all',
      gather,
      [],
    )
    .option('--no-below', 'with the tags themselves, not those under them')
    .option('--color <color>', 'in this colour, by its name')
    .option('--source <name>', 'from an imported file: its name, or how its SHA-256 begins')
    .option('--from <day>', 'made on this day or later, YYYY-MM-DD', calendarDay)
    .option('--to <day>', 'made on this day or before', calendarDay)
    .option('--text <words>', 'with these words in the passage, the note or the title')
    .option('--note', 'with a note')
    .option('--no-note', 'without one')
    .option('--orphaned', 'whose passage is not found any more')
    .addOption(
      new Option('--sort <by>', 'what they are sorted by').choices(NOTE_SORTS).default('created'),
    )
    .option('--reverse', 'from the other end')
    .option('--limit <n>', 'at most so many', wholeNumber(1, MOST), MOST)
    .action((id: string | undefined, _: unknown, command: Command) =>
      listAnnotations(id, command, session),
    );
}

async function listAnnotations(
  given: string | undefined,
  command: Command,
  session: Session,
): Promise<void> {
  const options = command.optsWithGlobals<AnnotationsOptions>();
  const scope = given === undefined ? {} : { articleId: articleId(given) };
  await session.withApp(options, 'read', async (app) => {
    const filter = { ...scope, ...(await filterOf(app, options, command)) };
    const { total, articles, of, notes, articleNotes } = await readAll(app, filter, options);
    const named = await readTagNames(app);
    const annotations = notes.map(({ annotation }) => named(annotation));
    session.print(options, {
      json: {
        total,
        articles,
        of,
        annotations,
        articleNotes: articleNotes.map(({ article, note, noted }) => ({
          articleId: article.id,
          title: article.title,
          note,
          noted,
        })),
      },
      lines: [
        ...annotations.flatMap(annotationLines),
        ...articleNotes.flatMap(articleNoteLines),
        `${total} of ${plural(of.annotations, 'passage')}, in ${articles} of ${plural(of.articles, 'article')}`,
      ],
    });
  });
}

async function filterOf(
  app: App,
  options: AnnotationsOptions,
  command: Command,
): Promise<NoteFilter> {
  const { tag, below, color, source, from, to, text, note, orphaned } = options;
  return {
    ...(tag.length === 0 ? {} : { tagIds: await tagsNamed(app, tag, command), below }),
    ...(color === undefined ? {} : { color: await colorNamed(app, color, command) }),
    ...(source === undefined ? {} : { sourceId: await sourceNamed(app, source, command) }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(text === undefined ? {} : { text }),
    ...(note === undefined ? {} : { hasNote: note }),
    ...(orphaned === undefined ? {} : { orphaned }),
  };
}

/** Newest first, other orders from their beginning, unless it is to be the other way. */
async function readAll(
  app: App,
  filter: NoteFilter,
  { sort, reverse = false, limit }: AnnotationsOptions,
) {
  const ask = (offset: number, most: number) =>
    app.call('notes.list', {
      filter,
      sort,
      descending: (sort === 'created') !== reverse,
      offset,
      limit: Math.min(PAGE, most),
    });
  const first = await ask(0, limit);
  const notes: ListedNote[] = [...first.notes];
  while (notes.length < Math.min(limit, first.total)) {
    const { notes: more } = await ask(notes.length, limit - notes.length);
    if (more.length === 0) break;
    notes.push(...more);
  }
  return { ...first, notes };
}

/** Tags by name. */
export function annotationLines(annotation: Annotation): string[] {
  const { id, articleId: article, color, target, anchor, note, tags, creator } = annotation;
  const by = creator === undefined ? '' : `  by ${oneLine(creator, 60)}`;
  const lost = anchor.range === null ? ' (not found in the text)' : '';
  return [
    `${id}  ${article}  ${color}${by}${lost}`,
    `    “${oneLine(target.quote.exact, 160)}”`,
    ...(note === '' ? [] : [`    ${oneLine(note, 160)}`]),
    ...(tags.length === 0 ? [] : [`    ${tags.map((tag) => `#${tag}`).join(' ')}`]),
  ];
}

function articleNoteLines({ article, note }: ArticleNote): string[] {
  return [
    `${article.id}  on the article “${oneLine(article.title, 100)}”`,
    `    ${oneLine(note, 160)}`,
  ];
}
