import type { Page } from '@playwright/test';
import {
  CONTRACT,
  type MethodInput,
  type MethodName,
  type MethodOutput,
  type Outcome,
} from '../../../main/shared/contract.ts';
import { fromErrorValue } from '../../../main/shared/errors.ts';

export type PageCall = <M extends MethodName>(
  method: M,
  input: MethodInput<M>,
) => Promise<MethodOutput<M>>;

/** Calls the core by the way that the page has: the preload's bridge, or HTTP. */
export function callThrough(page: Page): PageCall {
  return async (method, input) => {
    const outcome = await page.evaluate(callInPage, { method, input });
    if (!outcome.ok) throw fromErrorValue(outcome.error);
    // The schema belongs to the method; TypeScript can't tell.
    return CONTRACT[method].output.parse(outcome.value) as MethodOutput<typeof method>;
  };
}

/** Either way in, to a caller that leaves the checks to the core. */
interface UntypedBridge {
  call(method: string, input: unknown): Promise<Outcome<unknown>>;
}

/** Runs in the page, so it can use nothing from this file. */
async function callInPage(call: { method: string; input: unknown }): Promise<Outcome<unknown>> {
  const { lectern: bridge } = window as { lectern?: UntypedBridge };
  if (bridge !== undefined) return bridge.call(call.method, call.input);
  const response = await fetch('/api/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(call),
  });
  return response.json();
}
