/** Texts with parameters: what a catalogue may hold, and how its texts become words. Pure functions. */
import type { en } from './en.ts';

/** One form for each plural category of the language, chosen by the parameter `count`. */
export type PluralMessage = { readonly other: string } & {
  readonly [Category in Intl.LDMLPluralRule]?: string;
};
export type Message = string | PluralMessage;

export type MessageKey = keyof typeof en;
/** The same keys as the English texts; where those depend on a number, so does the translation. */
export type Translation = {
  readonly [K in MessageKey]: (typeof en)[K] extends string ? string : PluralMessage;
};

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type NamesOf<K extends MessageKey> = (typeof en)[K] extends { other: infer Text }
  ? 'count' | Names<Text>
  : Names<(typeof en)[K]>;
type Params<Name extends string, Value> = {
  readonly [N in Name]: N extends 'count' ? number : Value;
};

/** The parameters that a text asks for, by name; none where it asks for none. */
export type MessageParams<K extends MessageKey, Value = string | number> = [NamesOf<K>] extends [
  never,
]
  ? []
  : [params: Params<NamesOf<K>, Value>];

/** A text cut at its parameters: the words between them, and the parameters' names. */
export type Part = { readonly text: string } | { readonly name: string };

export function partsOf(text: string): Part[] {
  return text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{\w+\}$/.test(piece) ? { name: piece.slice(1, -1) } : { text: piece }));
}

export function chooseForm(message: Message, count: unknown, rules: Intl.PluralRules): string {
  if (typeof message === 'string') return message;
  return (typeof count === 'number' ? message[rules.select(count)] : undefined) ?? message.other;
}
