import { useCommands } from '../../commands/registry.ts';
import { chosenIds } from '../../state/chosen.ts';
import { openDialog, useView } from '../../state/view.ts';
import { deleteMany, emptyTrash } from './bulk-actions.ts';

/** The chosen articles or, without any, the open one. */
function targets(): string[] {
  const chosen = chosenIds();
  if (chosen.length > 0) return chosen;
  const { articleId } = useView.getState();
  return articleId === null ? [] : [articleId];
}

/** Commands on articles that need no open reader. */
export function useLibraryCommands(): void {
  const any = () => targets().length > 0;
  const inTrash = () => useView.getState().list.place === 'trash';
  useCommands({
    'article.untag': {
      run: () => openDialog({ name: 'tag', articleIds: targets(), remove: true }),
      when: any,
    },
    'article.delete': { run: () => deleteMany(targets()), when: () => any() && inTrash() },
    'library.emptyTrash': emptyTrash,
  });
}
