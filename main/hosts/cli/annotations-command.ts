import type { Command } from 'commander';
import type { Annotation } from '../../shared/entities.ts';
import { articleId } from './arguments.ts';
import type { GlobalOptions, Session } from './session.ts';
import { oneLine } from './table.ts';
import { readTagNames } from './tag-names.ts';

export function addAnnotationsCommand(program: Command, session: Session): void {
  program
    .command('annotations')
    .description('list the highlights and notes, of one article or of all')
    .argument('[id]', 'of an article')
    .action((id: string | undefined, _: unknown, command: Command) =>
      listAnnotations(id, command.optsWithGlobals<GlobalOptions>(), session),
    );
}

async function listAnnotations(
  given: string | undefined,
  options: GlobalOptions,
  session: Session,
): Promise<void> {
  const scope = given === undefined ? {} : { articleId: articleId(given) };
  await session.withApp(options, 'read', async (app) => {
    const { total, annotations } = await app.call('annotations.list', scope);
    const named = annotations.map(await readTagNames(app));
    session.print(options, {
      json: { total, annotations: named },
      lines: named.flatMap(annotationLines),
    });
  });
}

/** Tags by name. */
export function annotationLines(annotation: Annotation): string[] {
  const { id, articleId: article, color, target, anchor, note, tags } = annotation;
  const lost = anchor.range === null ? ' (not found in the text)' : '';
  return [
    `${id}  ${article}  ${color}${lost}`,
    `    “${oneLine(target.quote.exact, 160)}”`,
    ...(note === '' ? [] : [`    ${oneLine(note, 160)}`]),
    ...(tags.length === 0 ? [] : [`    ${tags.map((tag) => `#${tag}`).join(' ')}`]),
  ];
}
