/** JSON Feed 1.0 and 1.1 (jsonfeed.org). Fields that aren't what they should be are left out. */
import { z } from 'zod';
import { jsonDamage } from './json-damage.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

const words = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
const person = z.object({ name: words }).nullish().catch(null);
const people = z.array(person).nullish().catch(null);

const itemSchema = z.object({
  id: words,
  url: words,
  external_url: words,
  title: words,
  content_html: words,
  content_text: words,
  summary: words,
  date_published: words,
  date_modified: words,
  author: person,
  authors: people,
  tags: z.array(z.string()).nullish().catch(null),
  language: words,
});
export type JsonFeedItem = z.infer<typeof itemSchema>;

const feedSchema = z.object({
  version: z.string().optional().catch(undefined),
  title: words,
  home_page_url: words,
  language: words,
  author: person,
  authors: people,
  items: z.array(z.unknown()),
});

export interface JsonFeed extends Omit<z.infer<typeof feedSchema>, 'items'> {
  /** Null for one that isn't an object. */
  items: (JsonFeedItem | null)[];
}

export type JsonFeedReading =
  { feed: JsonFeed } | { problem: { line: number | null; message: Phrase } };

export function parseJsonFeed(text: string): JsonFeedReading {
  try {
    const parsed = feedSchema.safeParse(JSON.parse(text.replace(/^\ufeff/, '')));
    if (!parsed.success) {
      return {
        problem: { line: null, message: phrase('problem.noJsonFeed') },
      };
    }
    const items = parsed.data.items.map((item) => itemSchema.safeParse(item).data ?? null);
    return { feed: { ...parsed.data, items } };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: { line: lineOf(text), message: phrase('problem.jsonHere') } };
  }
}

function lineOf(text: string): number | null {
  const offset = jsonDamage(text);
  return offset === null ? null : text.slice(0, offset).split('\n').length;
}
