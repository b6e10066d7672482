/** The one way from the page into the core. */
import type { App } from '../../core/app.ts';
import type { Log } from '../../core/ports.ts';
import { CALL_CHANNEL } from '../../shared/bridge.ts';
import type { Outcome } from '../../shared/contract.ts';
import type { CallEvent, ElectronApi } from './api.ts';
import type { Origin } from './origin.ts';
import { phrase } from '../../shared/messages/phrase.ts';
import { LecternError, toErrorValue } from '../../shared/errors.ts';

export interface CallHandling {
  app: Pick<App, 'dispatch'>;
  origin: Origin;
  log: Log;
  /** The `webContents.id` of the window there is now. */
  windowId(): number | null;
}

export function handleCalls(ipcMain: ElectronApi['ipcMain'], handling: CallHandling): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown) => {
    // `senderFrame` is gone once the frame is: read it now, not after a wait.
    if (!isOurPage(event, handling)) {
      handling.log.warn('A call from a foreign frame was refused', {
        url: event.senderFrame?.url ?? null,
      });
      throw new Error('Refused');
    }
    return answer(handling.app, method, input);
  });
}

/** The top frame of our window, showing our page: no subframe, no other window, no other origin. */
export function isOurPage(
  event: CallEvent,
  { origin, windowId }: Pick<CallHandling, 'origin' | 'windowId'>,
): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null) return false;
  return event.sender.id === windowId() && origin.owns(frame.origin) && origin.owns(frame.url);
}

function answer(
  app: Pick<App, 'dispatch'>,
  method: unknown,
  input: unknown,
): Promise<Outcome<unknown>> | Outcome<unknown> {
  if (typeof method === 'string') return app.dispatch(method, input);
  return {
    ok: false,
    error: toErrorValue(new LecternError('bad_input', phrase('error.methodNotAString'))),
  };
}
