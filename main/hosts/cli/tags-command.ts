import type { Command } from 'commander';
import type { MethodOutput } from '../../shared/contract.ts';
import type { GlobalOptions, Session } from './session.ts';
import { plural, tableLines } from './table.ts';

type ListedTag = MethodOutput<'tags.list'>['tags'][number];

export function addTagsCommand(program: Command, session: Session): void {
  program
    .command('tags')
    .description('list the tags, with how many passages and articles have each')
    .action((_: unknown, command: Command) =>
      listTags(command.optsWithGlobals<GlobalOptions>(), session),
    );
}

async function listTags(options: GlobalOptions, session: Session): Promise<void> {
  await session.withApp(options, 'read', async (app) => {
    const { tags, base } = await app.call('tags.list', {});
    const { annotations, articles, tagged } = base;
    session.print(options, {
      json: { total: tags.length, base, tags },
      lines: [
        ...tableLines(inTree(tags).map(({ tag, depth }) => row(tag, depth))),
        `of ${plural(annotations, 'passage')}, ${tagged} with a tag, and ${plural(articles, 'article')}`,
      ],
    });
  });
}

function row({ name, annotations, articles }: ListedTag, depth: number): string[] {
  return [
    `${'  '.repeat(depth)}${name}`,
    plural(annotations, 'passage'),
    plural(articles, 'article'),
  ];
}

/** Children below their parents, in the order given. */
function inTree(tags: readonly ListedTag[]): { tag: ListedTag; depth: number }[] {
  const children = new Map<string | null, ListedTag[]>();
  const ids = new Set(tags.map(({ id }) => id));
  for (const tag of tags) {
    const parent = tag.parentId !== null && ids.has(tag.parentId) ? tag.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), tag]);
  }
  const below = (parent: string | null, depth: number): { tag: ListedTag; depth: number }[] =>
    (children.get(parent) ?? []).flatMap((tag) => [{ tag, depth }, ...below(tag.id, depth + 1)]);
  return below(null, 0);
}
