/** Two readers beside each other that scroll together: the one a hand is on leads. */
import { createContext, useContext, useEffect } from 'react';
import type { StoreApi } from 'zustand';
import type { ArticlePage } from './article-page.ts';
import { across, lineUp, turned } from './line-up.ts';
import type { ReadingPlace } from './use-reading-position.ts';

interface Side {
  page: ArticlePage;
  text: string;
  place: StoreApi<ReadingPlace>;
}

export class SideLinks {
  private readonly sides = new Map<number, Side>();
  private landmarks: { one: Side; other: Side; found: ReturnType<typeof lineUp> } | null = null;
  private linked = false;
  private leading: number | null = null;

  link(linked: boolean): void {
    this.linked = linked;
    this.follow();
  }

  /** A hand is on this side from now on. */
  lead(tabId: number): void {
    this.leading = tabId;
  }

  /** Gives the function that takes the side away. */
  add(tabId: number, side: Side): () => void {
    this.sides.set(tabId, side);
    const ended = side.place.subscribe(() => {
      if (this.leading === tabId) this.follow();
    });
    return () => {
      ended();
      if (this.sides.get(tabId) === side) this.sides.delete(tabId);
    };
  }

  private follow(): void {
    const leader = this.leading === null ? undefined : this.sides.get(this.leading);
    const follower = [...this.sides.values()].find((side) => side !== leader);
    if (!this.linked || leader === undefined || follower === undefined) return;
    const { start } = leader.place.getState();
    const wanted = start === 0 ? 0 : across(this.between(leader, follower), start);
    follower.page.goTo(wanted);
  }

  private between(one: Side, other: Side): ReturnType<typeof lineUp> {
    const known = this.landmarks;
    if (known?.one === one && known.other === other) return known.found;
    const found =
      known?.one === other && known.other === one
        ? turned(known.found)
        : lineUp(one.text, other.text);
    this.landmarks = { one, other, found };
    return found;
  }
}

export const Beside = createContext<SideLinks | null>(null);

/** Tells the neighbour, if there is one, where this reader is. */
export function useSide(
  tabId: number,
  page: ArticlePage | null,
  text: string,
  place: StoreApi<ReadingPlace>,
): void {
  const links = useContext(Beside);
  useEffect(() => {
    if (links === null || page === null) return;
    return links.add(tabId, { page, text, place });
  }, [links, tabId, page, text, place]);
}
