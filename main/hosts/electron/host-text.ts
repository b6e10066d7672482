import type { Settings } from '../../shared/entities.ts';
import { translatorFor, type Translator } from '../../shared/messages/translator.ts';

/** The words of menus and dialogs: the system's language until the settings are known. */
export interface HostText {
  current(): Translator;
}

export function systemText(): Translator {
  return textOf({ language: 'system' });
}

export function textOf({ language }: Pick<Settings, 'language'>): Translator {
  return translatorFor(language, [new Intl.DateTimeFormat().resolvedOptions().locale]);
}
