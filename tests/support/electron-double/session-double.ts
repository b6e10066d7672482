import type { HostSession } from '../../../main/hosts/electron/api.ts';
import { Emitter } from './emitter.ts';

type RequestHandler = Parameters<HostSession['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<HostSession['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<HostSession['setDevicePermissionHandler']>[0];
type NetworkListener = (
  details: { url: string },
  answer: (response: { cancel?: boolean }) => void,
) => void;

/** Answers as Electron does without handlers: everything is allowed. */
export class SessionDouble extends Emitter implements HostSession {
  #request: RequestHandler = null;
  #check: CheckHandler = null;
  #device: DeviceHandler = null;
  #network: NetworkListener | null = null;

  /** Chromium's default. */
  checksSpelling = true;

  readonly webRequest = {
    onBeforeRequest: (...args: unknown[]): void => {
      this.#network = args.at(-1) as NetworkListener; // both overloads have it last
    },
  };

  setSpellCheckerEnabled(enable: boolean): void {
    this.checksSpelling = enable;
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }

  setDevicePermissionHandler(handler: DeviceHandler): void {
    this.#device = handler;
  }

  /** Every way in which a page can come by a permission; true where it would get it. */
  permits(permission: string): { asked: boolean; checked: boolean; device: boolean } {
    // The handlers refuse without looking at who asks.
    const nothing = {} as never;
    let asked = true;
    this.#request?.(nothing, permission as never, (yes) => (asked = yes), nothing);
    const checked = this.#check?.(null, permission as never, '', nothing) ?? true;
    const device = this.#device?.(nothing) ?? true;
    return { asked, checked, device };
  }

  lets(url: string): boolean {
    let cancelled = false;
    this.#network?.({ url }, ({ cancel }) => (cancelled = cancel === true));
    return !cancelled;
  }

  downloads(): boolean {
    return !this.emitPreventable('will-download');
  }
}
