/**
 * Words before they are said: a key of the catalogue and its parameters. What the core tells (why
 * something failed, why a line begins an article) crosses hosts and is kept in this form, and is put
 * into words where it is shown, in the language of whoever reads it.
 */
import { z } from 'zod';
import { en } from './en.ts';
import type { MessageKey, MessageParams } from './message.ts';

export interface Phrase {
  key: string;
  /** A phrase among them is said first. Numbers are written as the locale writes them. */
  params?: Record<string, PhraseParam> | undefined;
}
export type PhraseParam = string | number | Phrase;

export function phrase<K extends MessageKey>(
  key: K,
  ...[params]: MessageParams<K, PhraseParam>
): Phrase {
  return params === undefined ? { key } : { key, params: { ...params } };
}

/** Words that come from elsewhere and have no translation: another program's own message. */
export function verbatim(text: string): Phrase {
  return phrase('phrase.verbatim', { text });
}

const keyedSchema = z.object({
  key: z.string(),
  get params() {
    return z.record(z.string(), z.union([z.string(), z.number(), keyedSchema])).optional();
  },
});

/** A string, as libraries written before this form hold, is taken as it stands. */
export const phraseSchema: z.ZodType<Phrase> = z.preprocess(
  (value) => (typeof value === 'string' ? verbatim(value) : value),
  keyedSchema,
);

/** By its form and a key that the catalogue has: for output that may hold phrases anywhere. */
export function isPhrase(value: unknown): value is Phrase {
  if (typeof value !== 'object' || value === null || !('key' in value)) return false;
  const parsed = keyedSchema.strict().safeParse(value);
  return parsed.success && Object.hasOwn(en, parsed.data.key);
}
