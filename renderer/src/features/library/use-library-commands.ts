import { useQuery } from '@tanstack/react-query';
import type { Collection } from '../../../../main/shared/lists.ts';
import { queries } from '../../api/queries.ts';
import { useCommands } from '../../commands/registry.ts';
import { areChosen, chosenIds } from '../../state/chosen.ts';
import { openDialog, useView } from '../../state/view.ts';
import { deleteMany, emptyTrash, markMany, restoreMany, trashMany } from './bulk-actions.ts';
import {
  askNewCollection,
  askRenameCollection,
  deleteCollection,
  knownCollections,
  takeOut,
} from './collections.ts';
import { deleteSmartList, editSmartList, shownConditions } from './smart-lists.ts';

/** The chosen articles or, without any, the open one. */
function targets(): string[] {
  const chosen = chosenIds();
  if (chosen.length > 0) return chosen;
  const { articleId } = useView.getState();
  return articleId === null ? [] : [articleId];
}

function shownCollection(): Collection | undefined {
  const { collectionId } = useView.getState().list;
  return knownCollections().find(({ id }) => id === collectionId);
}

/** Does it to the collection that is shown; asks which where none is. */
function withCollection(run: (collection: Collection) => unknown): unknown {
  const shown = shownCollection();
  if (shown !== undefined) return run(shown);
  openDialog({
    name: 'chooseCollection',
    run: (id) => {
      const chosen = knownCollections().find((one) => one.id === id);
      return chosen === undefined ? undefined : run(chosen);
    },
  });
  return undefined;
}

/** Commands on articles and collections that need no open reader. */
export function useLibraryCommands(): void {
  // Held, so that the commands know them also while the places are hidden.
  const some = (useQuery(queries.collections()).data?.collections.length ?? 0) > 0;
  const any = () => targets().length > 0;
  const inTrash = () => useView.getState().list.place === 'trash';
  const smartListId = useView((view) => view.smartListId);
  const smart = useQuery(queries.smartLists()).data?.smartLists.find(
    ({ id }) => id === smartListId,
  );
  useCommands({
    // The reader does these to the open article where none are chosen.
    'article.markRead': { run: () => markMany(chosenIds(), 'read'), when: areChosen },
    'article.markInbox': { run: () => markMany(chosenIds(), 'inbox'), when: areChosen },
    'article.tag': {
      run: () => openDialog({ name: 'tag', articleIds: chosenIds(), remove: false }),
      when: areChosen,
    },
    'article.trash': {
      run: () => trashMany(chosenIds()),
      when: () => areChosen() && !inTrash(),
    },
    'article.restore': {
      run: () => restoreMany(chosenIds()),
      when: () => areChosen() && inTrash(),
    },
    'list.saveSmart': () =>
      openDialog({ name: 'smartList', list: null, conditions: shownConditions() }),
    'list.editSmart': {
      run: () => (smart === undefined ? undefined : editSmartList(smart)),
      when: () => smart !== undefined,
    },
    'list.deleteSmart': {
      run: () => (smart === undefined ? undefined : deleteSmartList(smart)),
      when: () => smart !== undefined,
    },
    'article.untag': {
      run: () => openDialog({ name: 'tag', articleIds: targets(), remove: true }),
      when: any,
    },
    'article.delete': { run: () => deleteMany(targets()), when: () => any() && inTrash() },
    'library.emptyTrash': emptyTrash,
    'collection.add': {
      run: () => openDialog({ name: 'collect', articleIds: targets() }),
      when: any,
    },
    'collection.takeOut': {
      run: () => {
        const shown = shownCollection();
        return shown === undefined ? undefined : takeOut(shown, targets());
      },
      when: () => any() && shownCollection() !== undefined,
    },
    'collection.new': () => askNewCollection(null),
    'collection.rename': { run: () => withCollection(askRenameCollection), when: () => some },
    'collection.move': {
      run: () => withCollection(({ id }) => openDialog({ name: 'moveCollection', id })),
      when: () => some,
    },
    'collection.delete': { run: () => withCollection(deleteCollection), when: () => some },
  });
}
