import { en } from '../../../../main/shared/messages/en.ts';
import type { MessageKey } from '../../../../main/shared/messages/message.ts';
import { t } from '../../text.ts';

type LayoutKey = Extract<MessageKey, `layout.${string}`>;

function isLayoutKey(key: string): key is Exclude<LayoutKey, 'layout.sequence'> {
  return key !== 'layout.sequence' && Object.hasOwn(en, key);
}

/** How a file tells its articles apart, for people; a name we have no words for stays as it is. */
export function layoutWords(layout: string): string {
  const [first = '', ...others] = layout.split('+').map(wordsFor);
  return others.reduce((words, other) => t('layout.sequence', { first: words, other }), first);
}

function wordsFor(name: string): string {
  const key = `layout.${name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  return isLayoutKey(key) ? t(key) : name;
}
