/** The interface's words in the language of the settings. Nothing else may put text on the screen. */
import { createElement, Fragment, type ReactNode } from 'react';
import type { Language } from '../../main/shared/entities.ts';
import { phraseOf } from '../../main/shared/errors.ts';
import type { MessageKey, MessageParams } from '../../main/shared/messages/message.ts';
import type { Phrase } from '../../main/shared/messages/phrase.ts';
import { translatorFor, type Translator } from '../../main/shared/messages/translator.ts';

let language: Language | null = null;
let current = translatorFor('en-GB', []);

/** Everything on the screen has to be drawn anew after it. */
export function setLanguage(next: Language): void {
  if (next === language) return;
  language = next;
  current = translatorFor(next, navigator.languages);
}

export function translator(): Translator {
  return current;
}

export function t<K extends MessageKey>(key: K, ...params: MessageParams<K>): string {
  return current.t(key, ...params);
}

/** What the core told, in the reader's language. */
export function say(phrase: Phrase): string {
  return current.say(phrase);
}

/** What went wrong, in the reader's language. */
export function errorText(error: unknown): string {
  return say(phraseOf(error));
}

/** A text with elements as parameters: `rich('reader.hint', { next: <kbd>j</kbd> })`. */
export function rich<K extends MessageKey>(
  key: K,
  ...[params]: MessageParams<K, ReactNode>
): ReactNode {
  const given: Readonly<Record<string, ReactNode>> = params ?? {};
  return current
    .parts(key)
    .map((part, index) =>
      createElement(Fragment, { key: index }, 'text' in part ? part.text : given[part.name]),
    );
}
