import { useEffect, useRef } from 'react';
import { runCommand } from '../../commands/registry.ts';
import { useView } from '../../state/view.ts';
import { TrayScreen } from '../annotations/TrayScreen.tsx';
import { CodebookScreen } from '../codebook/CodebookScreen.tsx';
import { NotesScreen } from '../notes/NotesScreen.tsx';
import { CompareScreen } from '../reader/CompareScreen.tsx';
import { ReviewScreen } from '../review/ReviewScreen.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import { FirstStart } from './FirstStart.tsx';
import { Workspace } from './Workspace.tsx';

/** The list or the article, whichever had the focus before the screen, has it again; first the list. */
function useFocusOnReturn(inLibrary: boolean): void {
  const left = useRef<string | undefined>(undefined);
  const wasInLibrary = useRef(inLibrary);
  useEffect(() => {
    if (inLibrary && !wasInLibrary.current && document.activeElement === document.body) {
      runCommand(left.current === 'reader' ? 'go.reader' : 'go.list');
    }
    wasInLibrary.current = inLibrary;
    if (!inLibrary) return;
    const note = ({ target }: FocusEvent) => {
      if (target instanceof Element) left.current = scopeOf(target);
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [inLibrary]);
}

function scopeOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-scope]')?.dataset['scope'];
}

export function Screens({ empty }: { empty: boolean }) {
  const screen = useView((view) => view.screen);
  useFocusOnReturn(screen.name === 'library' && !empty);
  switch (screen.name) {
    case 'library':
      return empty ? <FirstStart /> : <Workspace />;
    case 'codebook':
      return <CodebookScreen />;
    case 'notes':
      return <NotesScreen />;
    case 'compare':
      return <CompareScreen key={screen.articleId} articleId={screen.articleId} />;
    case 'settings':
      return <SettingsScreen key={screen.at} at={screen.at} />;
    case 'review':
      return <ReviewScreen plan={screen.plan} given={screen.given} />;
    case 'tray':
      return <TrayScreen />;
  }
}
