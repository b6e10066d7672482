import { LecternError } from '../../shared/errors.ts';
import type { SmartList } from '../../shared/lists.ts';
import type { AreaHandlers, Core } from '../core.ts';
import type { Library } from './library.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const collator = new Intl.Collator(undefined, { numeric: true });

export function smartListHandlers({
  ports,
  library,
  listing,
  emit,
}: Core): AreaHandlers<'smartLists'> {
  const { smartLists } = library;

  async function put(list: SmartList): Promise<SmartList> {
    await smartLists.put(list);
    emit('smartLists.changed', {});
    return list;
  }

  return {
    'smartLists.list': async () => {
      const all = smartLists.all();
      const counts = await listing.count(all.map(({ conditions }) => conditions));
      const listed = all.map((one, at) => ({ ...one, articles: counts[at] ?? 0 }));
      return { smartLists: listed.sort((a, b) => collator.compare(a.name, b.name)) };
    },

    'smartLists.create': ({ name, conditions }) =>
      put({ id: ports.ids.next(), name: name.normalize('NFC'), conditions }),

    'smartLists.update': ({ id, change: { name, conditions } }) => {
      const before = requireSmartList(library, id);
      return put({
        id,
        name: name?.normalize('NFC') ?? before.name,
        conditions: conditions ?? before.conditions,
      });
    },

    'smartLists.delete': async ({ id }) => {
      const gone = requireSmartList(library, id);
      await smartLists.remove(id);
      emit('smartLists.changed', {});
      return gone;
    },

    'smartLists.restore': async ({ smartList }) => {
      await put(smartList);
      return {};
    },
  };
}

function requireSmartList({ smartLists }: Library, id: string): SmartList {
  const list = smartLists.get(id);
  if (list === undefined)
    throw new LecternError('not_found', phrase('error.noSmartList', { id }), { id });
  return list;
}
