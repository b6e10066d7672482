/** Things that lie inside each other by `parentId`. What lies in nothing known lies at the top. */
interface Nested {
  id: string;
  parentId: string | null;
}

export interface Branch<T> {
  item: T;
  children: Branch<T>[];
}

/** In the order given. Every item is in it once, also those of a ring. */
export function toTree<T extends Nested>(items: readonly T[]): Branch<T>[] {
  const known = new Map(items.map((item) => [item.id, item]));
  const children = new Map<string | null, T[]>();
  for (const item of items) {
    const isTop = item.parentId === null || !known.has(item.parentId) || inRing(item, known);
    const above = isTop ? null : item.parentId;
    const others = children.get(above);
    if (others === undefined) children.set(above, [item]);
    else others.push(item);
  }
  const branches = (above: string | null): Branch<T>[] =>
    (children.get(above) ?? []).map((item) => ({ item, children: branches(item.id) }));
  return branches(null);
}

/** From the top down to the item itself. */
export function pathOf<T extends Nested>(item: T, all: readonly T[]): T[] {
  const path = [item];
  for (;;) {
    const parentId = path[0]?.parentId;
    const above = all.find(({ id }) => id === parentId);
    if (above === undefined || path.includes(above)) return path;
    path.unshift(above);
  }
}

/** For a picker: what it lies in tells it from others of its name. */
export function toChoice<T extends Nested & { name: string }>(
  item: T,
  all: readonly T[],
): { id: string; label: string; detail?: string } {
  const above = pathOf(item, all).slice(0, -1);
  return {
    id: item.id,
    label: item.name,
    ...(above.length > 0 ? { detail: above.map(({ name }) => name).join(' › ') } : {}),
  };
}

function inRing<T extends Nested>(item: T, known: ReadonlyMap<string, T>): boolean {
  const seen = new Set<string>();
  let above = item.parentId;
  while (above !== null && !seen.has(above)) {
    if (above === item.id) return true;
    seen.add(above);
    above = known.get(above)?.parentId ?? null;
  }
  return false;
}
