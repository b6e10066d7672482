import { isPhrase } from '../../main/shared/messages/phrase.ts';
import { ENGLISH } from '../../main/shared/messages/translator.ts';

/** A JSON value with the phrases in it said in English. */
export function inWords(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) => (isPhrase(inner) ? ENGLISH.say(inner) : inner)),
  );
}
