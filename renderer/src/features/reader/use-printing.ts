import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useCommands } from '../../commands/registry.ts';
import type { ArticlePage } from './article-page.ts';

/** Prints an article whole: while it is printed, all of it is in the page and painted. */
export function usePrinting(page: ArticlePage | null): boolean {
  const [printing, setPrinting] = useState(false);
  const print = () => {
    page?.mountAll();
    flushSync(() => setPrinting(true));
    // Paper is white, whatever the screen is.
    const { dataset } = document.documentElement;
    const { theme } = dataset;
    dataset['theme'] = 'light';
    window.print();
    if (theme !== undefined) dataset['theme'] = theme;
    setPrinting(false);
  };
  useCommands({ 'article.print': { run: print, when: () => page !== null } });
  return printing;
}
