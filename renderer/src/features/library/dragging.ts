/** What is dragged inside the window: articles onto a collection, a collection into another. */
import type { DragEvent } from 'react';
import { useChosen } from '../../state/chosen.ts';

const ARTICLES = 'application/x-lectern-articles';
const COLLECTION = 'application/x-lectern-collection';

export type Dragged = { articleIds: string[] } | { collectionId: string };

/** The chosen articles, if the dragged one is among them; else that one. */
export function dragArticle(event: DragEvent, id: string, label: (count: number) => string): void {
  const { ids } = useChosen.getState();
  const articleIds = ids.has(id) ? [...ids] : [id];
  event.dataTransfer.setData(ARTICLES, JSON.stringify(articleIds));
  event.dataTransfer.effectAllowed = 'copy';
  showBadge(event, label(articleIds.length));
}

export function dragCollection(event: DragEvent, id: string): void {
  event.stopPropagation();
  event.dataTransfer.setData(COLLECTION, id);
  event.dataTransfer.effectAllowed = 'move';
}

/** While something is dragged its content can't be read, only its kind. */
export function canDrop(event: DragEvent, kinds: 'any' | 'collection'): boolean {
  const { types } = event.dataTransfer;
  return types.includes(COLLECTION) || (kinds === 'any' && types.includes(ARTICLES));
}

export function draggedIn(event: DragEvent): Dragged | null {
  const collectionId = event.dataTransfer.getData(COLLECTION);
  if (collectionId !== '') return { collectionId };
  const articles: unknown = JSON.parse(event.dataTransfer.getData(ARTICLES) || 'null');
  if (!Array.isArray(articles)) return null;
  return { articleIds: articles.filter((id) => typeof id === 'string') };
}

/** The row itself would cover what lies below. */
function showBadge(event: DragEvent, text: string): void {
  const badge = document.createElement('div');
  badge.className = 'drag-badge';
  badge.textContent = text;
  document.body.append(badge);
  event.dataTransfer.setDragImage(badge, -8, -8);
  setTimeout(() => badge.remove());
}
