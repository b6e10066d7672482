/** Tags that are dragged onto another one, or to the top of the tree. */
import { useState, type DragEvent } from 'react';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { notifyFailure } from '../../state/view.ts';
import { pathOf } from '../library/tree.ts';
import { changeTag } from './codebook-actions.ts';

const DRAGGED = 'application/x-lectern-tag';

export function dragTag(event: DragEvent, id: string): void {
  event.dataTransfer.setData(DRAGGED, id);
  event.dataTransfer.effectAllowed = 'move';
}

/** Gives what a target needs; null is the top of the tree. Of targets in each other the inner one is meant. */
export function useDropOfTag(tags: readonly ListedTag[]) {
  const [over, setOver] = useState<string | null>(null);
  return (target: ListedTag | null) => {
    const key = target?.id ?? 'top:';
    const move = (id: string) => {
      const tag = tags.find((one) => one.id === id);
      const parentId = target?.id ?? null;
      if (tag === undefined || tag.id === parentId || tag.parentId === parentId) return;
      // Onto what lies under it: nothing is meant.
      if (target !== null && pathOf(target, tags).includes(tag)) return;
      changeTag(tag, { parentId }).catch(notifyFailure);
    };
    return {
      'data-over': over === key || undefined,
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(key);
      },
      onDragLeave: () => setOver(null),
      onDrop: (event: DragEvent) => {
        setOver(null);
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        event.stopPropagation();
        move(event.dataTransfer.getData(DRAGGED));
      },
    };
  };
}
