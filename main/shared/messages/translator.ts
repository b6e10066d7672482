/** Words, dates and numbers in one language: the only way that text reaches the interface. */
import type { Language } from '../entities.ts';
import { en } from './en.ts';
import {
  chooseForm,
  partsOf,
  type Message,
  type MessageKey,
  type MessageParams,
  type Part,
  type Translation,
} from './message.ts';
import type { Phrase, PhraseParam } from './phrase.ts';
import { pseudoMessages, pseudoText } from './pseudo.ts';

export interface Translator {
  /** A BCP 47 tag: of dates and numbers, and the language of the page. */
  readonly locale: string;
  /** The text of a key, with its parameters filled in. */
  t<K extends MessageKey>(key: K, ...params: MessageParams<K>): string;
  /** What the core told, in words. */
  say(phrase: Phrase): string;
  /** A text cut at its parameters, where one of them is more than text. */
  parts(key: MessageKey): Part[];
  number(value: number, options?: Intl.NumberFormatOptions): string;
  date(value: Date, options: Intl.DateTimeFormatOptions): string;
  /** Words that are alternatives or additions, as the language lists them. */
  list(items: readonly string[]): string;
}

/** The languages that the interface is written in, by the language part of their tags. */
const TRANSLATIONS: Readonly<Record<string, Translation>> = { en };

/** For trials of the interface: `pseudo.ts` says what it shows. */
export const PSEUDO_LOCALE = 'en-XA';

/**
 * `system` takes the first of the system's languages for dates and numbers, and the first that the
 * interface is written in for its words.
 */
export function translatorFor(language: Language, systemLanguages: readonly string[]): Translator {
  const wanted = language === 'system' ? systemLanguages : [language];
  const locale = wanted[0] ?? 'en';
  if (locale === PSEUDO_LOCALE)
    return translator(locale, pseudoMessages(), (text) => pseudoText(text));
  const written = wanted.find((tag) => TRANSLATIONS[baseOf(tag)] !== undefined);
  return translator(locale, TRANSLATIONS[baseOf(written ?? 'en')] ?? en, (text) => text);
}

function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

function translator(
  locale: string,
  messages: Readonly<Record<string, Message>>,
  mark: (formatted: string) => string,
): Translator {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  const show = (value: unknown) =>
    typeof value === 'number' ? numbers.format(value) : String(value);
  const fill = (key: string, params: Readonly<Record<string, unknown>> = {}) =>
    partsOf(chooseForm(messages[key] ?? key, params['count'], rules))
      .map((part) => ('text' in part ? part.text : show(params[part.name])))
      .join('');
  const say = ({ key, params = {} }: Phrase): string =>
    fill(
      key,
      Object.fromEntries(Object.entries(params).map(([name, value]) => [name, sayParam(value)])),
    );
  const sayParam = (value: PhraseParam) => (typeof value === 'object' ? say(value) : value);
  return {
    locale,
    t: (key, ...[params]) => fill(key, params),
    say,
    parts: (key) => partsOf(chooseForm(messages[key] ?? key, undefined, rules)),
    number: (value, options) =>
      (options === undefined ? numbers : new Intl.NumberFormat(locale, options)).format(value),
    date: (value, options) => mark(new Intl.DateTimeFormat(locale, options).format(value)),
    list: (items) => lists.format(items),
  };
}

type KeywordsKey = Extract<MessageKey, `keywords.${string}`>;

export function isKeywordsKey(key: string): key is KeywordsKey {
  return key.startsWith('keywords.') && Object.hasOwn(en, key);
}

/** For logs and developers, whatever the language of the interface. */
export const ENGLISH = translatorFor('en-GB', []);
