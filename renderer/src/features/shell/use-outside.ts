import { useEffect } from 'react';
import { isCommandId, type CommandId } from '../../../../main/shared/commands.ts';
import type { EventMessage } from '../../../../main/shared/events.ts';
import { queryClient } from '../../api/queries.ts';
import { makeStale } from '../../api/make-stale.ts';
import { invalidateAfter } from '../../api/stale-after.ts';
import { transport } from '../../api/transport.ts';
import { isTextField, listenToKeys } from '../../commands/keymap.ts';
import { runCommand } from '../../commands/registry.ts';
import { leftOver, progressed } from '../../state/activity.ts';
import { notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { reviewPaths } from '../importing/import-actions.ts';
import { importProgress } from '../importing/progress.ts';

/** Listens to the keyboard, the core and the native menu, once the page can answer them. */
export function useOutside(): void {
  useEffect(() => {
    const ends = [listenToKeys(), transport.subscribe(receive, () => makeStale(queryClient))];
    return () => {
      for (const end of ends) end();
    };
  }, []);
}

function receive(event: EventMessage): void {
  invalidateAfter(event);
  if (event.name === 'command.requested' && isCommandId(event.payload.id)) {
    runFromMenu(event.payload.id);
  }
  if (event.name === 'imports.progressed') {
    progressed(event.payload.jobId, importProgress(event.payload));
  }
  if (event.name === 'search.indexed') {
    leftOver('search-index', t('activity.indexing'), event.payload.pending);
  }
  if (event.name === 'files.opened') reviewPaths(event.payload.paths).catch(notifyFailure);
}

/** In a text field, Undo and Redo of the menu mean what was typed there. */
function runFromMenu(id: CommandId): void {
  const typing = isTextField(document.activeElement);
  if (typing && id === 'edit.undo') document.execCommand('undo');
  else if (typing && id === 'edit.redo') document.execCommand('redo');
  else runCommand(id);
}
