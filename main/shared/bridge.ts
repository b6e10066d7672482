/** What the preload offers the page, as `window.lectern`: the whole of it. */
import type { MethodInput, MethodName, MethodOutput, Outcome } from './contract.ts';
import type { EventName, EventPayload } from './events.ts';

/** A `File` of the page, in a layer that doesn't know the DOM. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
}

export interface LecternBridge {
  readonly host: 'electron';
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Outcome<MethodOutput<M>>>;
  /**
   * Gives the function that ends the listening. What the desktop asked for (`command.requested`,
   * `files.opened`) before anyone listened comes to the first listener.
   */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  /**
   * Where a file that was dropped or chosen lies on disk; '' for one that was made by script. A
   * sandboxed page can't know, and the core imports by path.
   */
  pathOf(file: DroppedFile): string;
}

/** The `ipcRenderer` and `ipcMain` channels behind the bridge. */
export const CALL_CHANNEL = 'lectern:call';
export const EVENT_CHANNEL = 'lectern:event';

declare global {
  interface Window {
    /** Absent in the web host. */
    readonly lectern?: LecternBridge;
  }
}
