import { DEFAULT_SETTINGS, type Settings } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { useCommands } from '../../commands/registry.ts';
import { canUndo, redo, undo, useUndo } from '../../state/undo.ts';
import { goBack, goForward } from '../../state/open-article.ts';
import { openDialog, openScreen, showPlace, toggleFocusMode, useView } from '../../state/view.ts';
import type { Tab } from '../../state/tab-row.ts';
import { returnToScreen } from '../../state/way-back.ts';
import { chooseAnnotations } from '../export/interchange-actions.ts';
import { canContinueReview, continueReview } from '../review/set-aside.ts';
import { changeSettings, currentSettings, toggleTheme } from './settings.ts';

function nudge(key: 'textSize' | 'measure', by: number, least: number, most: number): void {
  changeSettings({ [key]: Math.min(most, Math.max(least, currentSettings()[key] + by)) });
}

const NEXT_FONT = { serif: 'sans', sans: 'legible', legible: 'serif' } as const;

function canGoBack(): boolean {
  return presentTab().back.length > 0 || useView.getState().cameFrom !== null;
}

function presentTab(): Pick<Tab, 'back' | 'forward'> {
  const { tabs, tabAt } = useView.getState();
  return tabs[tabAt] ?? { back: [], forward: [] };
}

/** Of the window in Electron, where pages get no permissions; of the page in a browser. */
async function toggleFullScreen(): Promise<void> {
  if (window.lectern !== undefined) await call('desktop.toggleFullScreen', {});
  else if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
  else await document.exitFullscreen();
}

function theme(name: Settings['theme']): () => void {
  return () => changeSettings({ theme: name });
}

/** The commands that work wherever one is. */
export function useShellCommands(): void {
  useCommands({
    'app.palette': () => openDialog({ name: 'palette' }),
    'app.activity': () => openDialog({ name: 'activity' }),
    'app.help': () => openDialog({ name: 'help' }),
    'app.settings': () => openScreen({ name: 'settings', at: null }),
    'app.cancel': () => {
      const { annotationId, editing, focusMode } = useView.getState();
      const selected = document.getSelection()?.isCollapsed === false;
      if (!selected && editing === null && returnToScreen()) return;
      document.getSelection()?.removeAllRanges();
      useView.setState({ annotationId: null, editing: null });
      // What is chosen goes first, then the focus on the text.
      if (focusMode && annotationId === null && !selected) toggleFocusMode();
    },
    'import.review': { run: continueReview, when: canContinueReview },
    'import.annotations': chooseAnnotations,
    'export.notes': () => openDialog({ name: 'export' }),
    'edit.undo': { run: undo, when: canUndo },
    'edit.redo': { run: redo, when: () => useUndo.getState().undone.length > 0 },
    'go.back': { run: () => returnToScreen() || goBack(), when: canGoBack },
    'go.forward': { run: goForward, when: () => presentTab().forward.length > 0 },
    'go.library': () => showPlace('library'),
    'go.inbox': () => showPlace('inbox'),
    'go.reading': () => showPlace('reading'),
    'go.read': () => showPlace('read'),
    'go.teasers': () => showPlace('teasers'),
    'go.orphans': () => showPlace('orphans'),
    'go.tray': () => openScreen({ name: 'tray' }),
    'go.trash': () => showPlace('trash'),
    'go.notes': () => openScreen({ name: 'notes' }),
    'go.codebook': () => openScreen({ name: 'codebook' }),
    'view.theme.system': theme('system'),
    'view.theme.light': theme('light'),
    'view.theme.sepia': theme('sepia'),
    'view.theme.dark': theme('dark'),
    'view.theme.contrastLight': theme('contrastLight'),
    'view.theme.contrastDark': theme('contrastDark'),
    'view.toggleTheme': toggleTheme,
    'view.textLarger': () => nudge('textSize', 1, 14, 28),
    'view.textSmaller': () => nudge('textSize', -1, 14, 28),
    'view.textReset': () => changeSettings({ textSize: DEFAULT_SETTINGS.textSize }),
    'view.wider': () => nudge('measure', 4, 50, 90),
    'view.narrower': () => nudge('measure', -4, 50, 90),
    'view.font': () => changeSettings({ font: NEXT_FONT[currentSettings().font] }),
    'view.focusMode': {
      run: toggleFocusMode,
      when: () => useView.getState().articleId !== null,
    },
    'view.fullScreen': toggleFullScreen,
    'view.togglePlaces': () => changeSettings({ placesOpen: !currentSettings().placesOpen }),
    'view.toggleNotes': () => changeSettings({ notesOpen: !currentSettings().notesOpen }),
  });
}
