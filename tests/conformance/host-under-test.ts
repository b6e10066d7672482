import type { Outcome } from '../../main/shared/contract.ts';

/** A way to reach the core. The suite runs over each, and all of them have to answer the same. */
export interface HostUnderTest {
  /** As in `desktop.info`, or `in-process`. */
  name: string;
  /** A new app on an empty library in `library`, with a fixed clock and counting ids. */
  open(library: string): Promise<OpenHost>;
}

export interface OpenHost {
  /** The input goes the host's whole way, unparsed. */
  call(method: string, input: unknown): Promise<Outcome<unknown>>;
  close(): Promise<void>;
}
