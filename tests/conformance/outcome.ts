import { z } from 'zod';
import { ERROR_CODES } from '../../main/shared/errors.ts';

/** What comes back from a host is JSON until it was looked at. */
export const outcomeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({
      code: z.enum(ERROR_CODES),
      message: z.string(),
      details: z.record(z.string(), z.unknown()).exactOptional(),
    }),
  }),
]);
