import { useCommands } from '../../commands/registry.ts';
import { openDialog } from '../../state/view.ts';
import { currentSettings } from '../shell/settings.ts';
import { deleteNotes, recolorNotes } from './bulk-notes.ts';
import { useNotesView } from './notes-state.ts';

/** The keys of a highlight in the reader do the same to the chosen passages. */
export function useNotesCommands(): void {
  const ids = () => [...useNotesView.getState().chosen];
  const when = () => ids().length > 0;
  const colorOf = (index: number) => currentSettings().highlightColors[index]?.color;
  const inColor = (index: number) => ({
    run: () => {
      const color = colorOf(index);
      return color === undefined ? undefined : recolorNotes(ids(), color);
    },
    when: () => when() && colorOf(index) !== undefined,
  });
  useCommands({
    'highlight.1': inColor(0),
    'highlight.2': inColor(1),
    'highlight.3': inColor(2),
    'highlight.4': inColor(3),
    'highlight.5': inColor(4),
    'highlight.6': inColor(5),
    'highlight.7': inColor(6),
    'highlight.8': inColor(7),
    'annotation.tag': { run: () => openDialog({ name: 'tagNotes', ids: ids() }), when },
    'annotation.delete': {
      run: async () => {
        await deleteNotes(ids());
        useNotesView.setState({ chosen: new Set() });
      },
      when,
    },
  });
}
