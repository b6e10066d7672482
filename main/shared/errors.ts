import { z } from 'zod';
import { phraseSchema, verbatim, type Phrase } from './messages/phrase.ts';
import { ENGLISH } from './messages/translator.ts';

/** Every error that crosses a host boundary has one of these codes. */
export const ERROR_CODES = [
  'bad_input', // the input doesn't fit the method's schema, or names something impossible
  'unknown_method',
  'not_found', // no entity, file or plan of that name
  'locked', // another process writes this library
  'read_only', // this process opened the library for reading
  'unreadable', // a file or folder could not be read
  'unwritable', // a file or folder could not be written
  'damaged', // a file of the library is not what it should be
  'bad_query', // a search that can't be parsed; details: {start, end} in UTF-16 code units
  'no_match', // a passage that isn't in the text
  'unsupported', // this host can't do that
  'cancelled',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export const errorValueSchema = z.object({
  code: z.enum(ERROR_CODES),
  /** In English, for logs and programs. */
  message: z.string(),
  /** For people, in their language; missing for a defect, which has no words of ours. */
  phrase: phraseSchema.optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ErrorValue = z.infer<typeof errorValueSchema>;

/** An expected failure, with words a user can act on. Anything else thrown is a defect (`internal`). */
export class LecternError extends Error {
  readonly code: ErrorCode;
  readonly phrase: Phrase;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, phrase: Phrase, details?: Record<string, unknown>) {
    super(ENGLISH.say(phrase));
    this.name = 'LecternError';
    this.code = code;
    this.phrase = phrase;
    this.details = details;
  }
}

/** What is known of an error, whoever threw it. */
export function phraseOf(error: unknown): Phrase {
  if (error instanceof LecternError) return error.phrase;
  return verbatim(error instanceof Error ? error.message : String(error));
}

export function toErrorValue(error: unknown): ErrorValue {
  const phrase = phraseOf(error);
  const message = ENGLISH.say(phrase);
  if (!(error instanceof LecternError)) return { code: 'internal', message };
  const { code, details } = error;
  return { code, message, phrase, ...(details === undefined ? {} : { details }) };
}

export function fromErrorValue({ code, message, phrase, details }: ErrorValue): LecternError {
  return new LecternError(code, phrase ?? verbatim(message), details);
}
