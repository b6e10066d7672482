import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { idSchema } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import { phrase } from '../../shared/messages/phrase.ts';

/** Reads a whole number within bounds, for commander. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Reads a day, for commander. */
export function calendarDay(text: string): string {
  if (z.iso.date().safeParse(text).success) return text;
  throw new InvalidArgumentError('It must be a day as YYYY-MM-DD.');
}

/** Gathers the values of an option that may be given several times, for commander. */
export function gather(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** What can't be an id names no article. @throws LecternError not_found */
export function articleId(text: string): string {
  if (idSchema.safeParse(text).success) return text;
  throw new LecternError('not_found', phrase('error.noArticle', { id: JSON.stringify(text) }));
}
