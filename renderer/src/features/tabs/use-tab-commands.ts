import { flushSync } from 'react-dom';
import { runCommand, useCommands } from '../../commands/registry.ts';
import {
  closeOtherTabs,
  closeTab,
  moveTab,
  reopenTab,
  showTab,
  stepTab,
} from '../../state/open-article.ts';
import {
  goToOtherSide,
  isPairShown,
  toggleLinkedScroll,
  togglePair,
} from '../../state/side-by-side.ts';
import { useView } from '../../state/view.ts';

/** The commands on the row of open articles. */
export function useTabCommands(): void {
  const view = useView.getState;
  const several = () => view().tabs.length > 1;
  const go = (index: number) => ({
    run: () => showTab(index),
    when: () => view().tabs[index] !== undefined,
  });
  const move = (by: 1 | -1) => ({
    run: () => moveTab(view().tabAt, view().tabAt + by),
    when: () => view().tabs[view().tabAt + by] !== undefined && view().tabAt !== -1,
  });
  useCommands({
    'tab.beside': { run: togglePair, when: several },
    'tab.otherSide': {
      run: () => {
        flushSync(goToOtherSide);
        runCommand('go.reader');
      },
      when: isPairShown,
    },
    'tab.linkScroll': { run: toggleLinkedScroll, when: isPairShown },
    'tab.close': { run: () => closeTab(view().tabAt), when: () => view().tabs.length > 0 },
    'tab.closeOthers': { run: () => closeOtherTabs(view().tabAt), when: several },
    'tab.reopen': { run: reopenTab, when: () => view().closedTabs.length > 0 },
    'tab.next': { run: () => stepTab(1), when: several },
    'tab.previous': { run: () => stepTab(-1), when: several },
    'tab.moveLeft': move(-1),
    'tab.moveRight': move(1),
    'tab.1': go(0),
    'tab.2': go(1),
    'tab.3': go(2),
    'tab.4': go(3),
    'tab.5': go(4),
    'tab.6': go(5),
    'tab.7': go(6),
    'tab.8': go(7),
    'tab.last': { run: () => showTab(view().tabs.length - 1), when: () => view().tabs.length > 0 },
  });
}
