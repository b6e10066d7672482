import { z } from 'zod';
import { errorValueSchema } from '../../main/shared/errors.ts';

/** What comes back from a host is JSON until it was looked at. */
export const outcomeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    error: errorValueSchema.strict(),
  }),
]);
