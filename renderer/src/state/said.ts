/** What is said to those who don't see the page change; it stands nowhere on the screen. */
import { create } from 'zustand';

interface Said {
  text: string;
  /** Another one for each: the same words are said again. */
  id: number;
}

export const useSaid = create<Said>()(() => ({ text: '', id: 0 }));

export function say(text: string): void {
  useSaid.setState(({ id }) => ({ text, id: id + 1 }));
}

/** UTF-16 code units of a passage that are said: enough to know it by. */
const MOST_SAID = 160;

export function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= MOST_SAID ? plain : `${plain.slice(0, MOST_SAID)}…`;
}
