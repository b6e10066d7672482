import type { Call, MethodOutput } from '../../../main/shared/contract.ts';
import { fromErrorValue } from '../../../main/shared/errors.ts';
import { transport } from './transport.ts';

/** Calls the core. Rejects with LecternError. */
export const call: Call = async (method, input) => {
  const outcome = await transport.call(method, input);
  if (!outcome.ok) throw fromErrorValue(outcome.error);
  // The core parsed the call against the same contract, and checks its answers in development.
  return outcome.value as MethodOutput<typeof method>;
};
