type Listener = (...args: unknown[]) => unknown;

/** An event that can be prevented, as Electron's can. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/**
 * Takes any listener that one of Electron's overloads of `on` takes. They return the whole emitter,
 * which a double is not, and which nobody reads: hence `never`.
 */
export class Emitter {
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: (...args: never[]) => unknown): never {
    const known = this.#listeners.get(event) ?? [];
    this.#listeners.set(event, [...known, listener as Listener]);
    return this as never;
  }

  once(event: string, listener: (...args: never[]) => unknown): never {
    const once: Listener = (...args) => {
      this.#listeners.set(
        event,
        this.#of(event).filter((other) => other !== once),
      );
      return (listener as Listener)(...args);
    };
    return this.on(event, once);
  }

  emit(event: string, ...args: unknown[]): void {
    for (const listener of this.#of(event)) listener(...args);
  }

  /** Emits with a fresh event first; true when a listener prevented it. */
  emitPreventable(event: string, details: object = {}, ...args: unknown[]): boolean {
    const preventable = Object.assign(new PreventableEvent(), details);
    this.emit(event, preventable, ...args);
    return preventable.defaultPrevented;
  }

  #of(event: string): Listener[] {
    return this.#listeners.get(event) ?? [];
  }
}
