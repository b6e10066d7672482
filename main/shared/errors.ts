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

export interface ErrorValue {
  code: ErrorCode;
  message: string;
  details?: Record<string, unknown>;
}

/** An expected failure, with words a user can act on. Anything else thrown is a defect (`internal`). */
export class LecternError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, details?: Record<string, unknown>) {
    super(message);
    this.name = 'LecternError';
    this.code = code;
    this.details = details;
  }
}

export function toErrorValue(error: unknown): ErrorValue {
  if (error instanceof LecternError) {
    return error.details === undefined
      ? { code: error.code, message: error.message }
      : { code: error.code, message: error.message, details: error.details };
  }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}

export function fromErrorValue(value: ErrorValue): LecternError {
  return new LecternError(value.code, value.message, value.details);
}
