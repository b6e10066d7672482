import type { Command } from 'commander';
import type { App } from '../../core/app.ts';
import type { Annotation } from '../../shared/entities.ts';
import type { HighlightColor } from '../../shared/highlight-colors.ts';
import { annotationLines } from './annotations-command.ts';
import { articleId, gather } from './arguments.ts';
import { colorNamed } from './color-option.ts';
import type { GlobalOptions, Session } from './session.ts';
import { readTagNames } from './tag-names.ts';
import { waitForIndex } from './wait-for-index.ts';

interface AnnotateOptions extends GlobalOptions {
  quote: string;
  prefix?: string;
  suffix?: string;
  color?: string;
  note: string;
  tag: string[];
}

export function addAnnotateCommand(program: Command, session: Session): void {
  program
    .command('annotate')
    .description('highlight a passage')
    .argument('<id>', 'of the article')
    .requiredOption('--quote <text>', 'the passage, word for word')
    .option('--prefix <text>', 'what stands before it, where it occurs more than once')
    .option('--suffix <text>', 'what stands after it')
    .option('--color <color>', 'of the highlight, by its name; the first one otherwise')
    .option('--note <text>', 'a note, in Markdown', '')
    .option('--tag <name>', 'a tag; may be given several times', gather, [])
    .action((id: string, _: unknown, command: Command) => annotate(id, command, session));
}

async function annotate(given: string, command: Command, session: Session): Promise<void> {
  const options = command.optsWithGlobals<AnnotateOptions>();
  const id = articleId(given);
  await session.withApp(options, 'write', async (app) => {
    const color = await colorOf(app, options.color, command);
    const created = await create(app, id, color, options);
    const tagged = await addTags(app, created, options.tag);
    await waitForIndex(app, session.host.interrupted);
    const withNames = await readTagNames(app);
    const annotation = withNames(tagged);
    session.print(options, { json: annotation, lines: annotationLines(annotation) });
  });
}

async function colorOf(
  app: App,
  given: string | undefined,
  command: Command,
): Promise<HighlightColor> {
  if (given !== undefined) return colorNamed(app, given, command);
  const { highlightColors } = await app.call('settings.get', {});
  return highlightColors[0]?.color ?? 'yellow';
}

function create(
  app: App,
  id: string,
  color: HighlightColor,
  options: AnnotateOptions,
): Promise<Annotation> {
  const { quote: exact, prefix, suffix, note } = options;
  const quote = {
    exact,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
  };
  return app.call('annotations.create', { articleId: id, quote, color, note });
}

/** After the passage was found: a mistyped one must not leave tags behind. */
async function addTags(
  app: App,
  annotation: Annotation,
  names: readonly string[],
): Promise<Annotation> {
  if (names.length === 0) return annotation;
  const tags: string[] = [];
  for (const name of names) tags.push((await app.call('tags.ensure', { name })).id);
  const change = { tags: [...new Set(tags)] };
  return app.call('annotations.update', { id: annotation.id, change });
}
