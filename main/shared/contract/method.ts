/** What rows of the contract are made of. */
import { z } from 'zod';
import { idSchema } from '../entities.ts';

export const nothing = z.strictObject({});
export const done = z.object({});
export const count = z.number().int().nonnegative();
export const ids = z.array(idSchema).min(1);

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'query' as const, input, output };
}

export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'command' as const, input, output };
}
