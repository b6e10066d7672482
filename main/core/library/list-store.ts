/** Collections and smart lists, in the catalogue. */
import type { Collection, SmartList } from '../../shared/lists.ts';
import type { Catalogue } from './catalogue.ts';
import type { Library } from './library.ts';
import type { StoreContext } from './store-context.ts';

export class CollectionStore implements Readonly<Library['collections']> {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly context: StoreContext,
  ) {}

  all(): Collection[] {
    return [...this.catalogue.data.collections.values()];
  }

  get(id: string): Collection | undefined {
    return this.catalogue.data.collections.get(id);
  }

  async put(collections: readonly Collection[]): Promise<void> {
    this.context.assertWritable();
    await this.catalogue.commit(() => collections.map((value) => ({ op: 'setCollection', value })));
  }

  async remove(ids: readonly string[]): Promise<void> {
    this.context.assertWritable();
    await this.catalogue.commit(() => ids.map((id) => ({ op: 'removeCollection', id })));
  }
}

export class SmartListStore implements Readonly<Library['smartLists']> {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly context: StoreContext,
  ) {}

  all(): SmartList[] {
    return [...this.catalogue.data.smartLists.values()];
  }

  get(id: string): SmartList | undefined {
    return this.catalogue.data.smartLists.get(id);
  }

  async put(value: SmartList): Promise<void> {
    this.context.assertWritable();
    await this.catalogue.commit(() => [{ op: 'setSmartList', value }]);
  }

  async remove(id: string): Promise<void> {
    this.context.assertWritable();
    await this.catalogue.commit(() => [{ op: 'removeSmartList', id }]);
  }
}
