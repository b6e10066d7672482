/**
 * The W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) as far as Lectern
 * speaks it. Written strictly; read leniently, because other programs write it as well.
 */
import { z } from 'zod';
import {
  annotationSchema,
  articleSchema,
  tagSchema,
  quoteSchema,
  textRangeSchema,
  type Tag,
} from '../../shared/entities.ts';
import { colorChoiceSchema, type ColorChoice } from '../../shared/highlight-colors.ts';
import { readBodies } from './bodies.ts';
import { fromHypothesis } from './from-hypothesis.ts';
import { readSelectors } from './selectors.ts';

export const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { lectern: 'urn:lectern:ns:' }];
export const ANNOTATION_URN = 'urn:lectern:annotation:';
export const ARTICLE_NOTE_URN = 'urn:lectern:article-note:';
export const ARTICLE_URN = 'urn:lectern:article:';

/** What is said of an article besides its address: enough to know it again in another library. */
export const interchangeArticleSchema = articleSchema.pick({
  id: true,
  title: true,
  url: true,
  byline: true,
  origin: true,
  published: true,
  lang: true,
  contentHash: true,
  version: true,
  tags: true,
});
export type InterchangeArticle = z.infer<typeof interchangeArticleSchema>;

/** How a target stood where it was made, when the text has changed since. UTF-16 code units. */
export const madeSchema = z.object({
  /** Told by a person that its passage is gone. */
  orphaned: z.boolean().optional(),
  version: annotationSchema.shape.target.shape.version,
  position: textRangeSchema.optional(),
  rival: quoteSchema.shape.rival,
});

function oneOrMany<T extends z.ZodType>(schema: T) {
  return z.union([z.array(schema), schema.transform((one) => [one])]);
}

const text = z.string().nullish().catch(null);

const sourceSchema = z.union([
  z.string(),
  z.looseObject({ id: z.string() }).transform(({ id }) => id),
]);

const targetSchema = z.union([
  z.string().transform((source) => ({ source, selector: readSelectors([]) })),
  z.looseObject({
    source: sourceSchema,
    selector: z
      .unknown()
      .default(null)
      .transform((value) => readSelectors(value ?? [])),
    styleClass: z.union([z.string(), z.array(z.string())]).optional(),
    'lectern:article': z.string().optional(),
    /** Of the page, where that is all that may tell the article. */
    'lectern:title': z.string().optional(),
    'lectern:made': madeSchema.optional().catch(undefined),
  }),
]);

export const webAnnotationSchema = z.looseObject({
  id: text,
  type: z.union([z.string(), z.array(z.string())]),
  created: text,
  modified: text,
  bodyValue: text,
  creator: z.unknown().default(null).transform(creatorOf),
  body: z
    .unknown()
    .default(null)
    .transform((value) => readBodies(value ?? [])),
  target: oneOrMany(targetSchema),
});
export type WebAnnotation = z.infer<typeof webAnnotationSchema>;

const agentSchema = z.looseObject({
  id: z.string().optional().catch(undefined),
  name: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
});

/** Names, or what else the agents are known by; null where none is told. */
function creatorOf(value: unknown): string | null {
  const names = [value ?? []].flat().flatMap((one: unknown) => {
    if (typeof one === 'string') return one.trim();
    const { data } = agentSchema.safeParse(one);
    return [data?.name ?? data?.id ?? []]
      .flat()
      .slice(0, 1)
      .map((name) => name.trim());
  });
  return names.filter((name) => name !== '').join(', ') || null;
}

const items = z.object({ items: z.array(z.unknown()) }).transform((page) => page.items);

/** A collection with its first page, a page, a list, or one annotation. */
const itemsSchema = z.union([
  z.object({ first: items }).transform((collection) => collection.first),
  items,
  z.array(z.unknown()),
  z.object({ '@graph': z.array(z.unknown()) }).transform((graph) => graph['@graph']),
  z.looseObject({ target: z.unknown() }).transform((one): unknown[] => [one]),
]);

/** One that is damaged doesn't take the others with it. */
function eachOf<T extends z.ZodType>(schema: T) {
  return z
    .array(z.unknown())
    .default([])
    .catch([])
    .transform((all) => all.flatMap((one) => schema.safeParse(one).data ?? []));
}

const extrasSchema = z.object({
  'lectern:articles': eachOf(interchangeArticleSchema),
  'lectern:tags': eachOf(tagSchema.extend({ color: tagSchema.shape.color.catch(null) })),
  'lectern:colors': eachOf(colorChoiceSchema),
});

export interface Interchange {
  items: unknown[];
  articles: InterchangeArticle[];
  tags: Tag[];
  /** The highlight colours as they were named there. */
  colors: ColorChoice[];
}

/** Null for what is neither a Web Annotation document nor from Hypothesis. */
export function parseInterchange(given: unknown): Interchange | null {
  const value = withPlainKeys(given);
  const foreign = fromHypothesis(value);
  const none = { articles: [], tags: [], colors: [] };
  if (foreign !== null) return { items: foreign, ...none };
  const parsed = itemsSchema.safeParse(value);
  if (!parsed.success) return null;
  const { data: extras } = extrasSchema.safeParse(value);
  if (extras === undefined) return { items: parsed.data, ...none };
  return {
    items: parsed.data,
    articles: extras['lectern:articles'],
    tags: extras['lectern:tags'],
    colors: extras['lectern:colors'],
  };
}

/** `@id` and `@type` are other names of `id` and `type` in the context of annotations. */
function withPlainKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainKeys);
  if (value === null || typeof value !== 'object') return value;
  const names: Readonly<Record<string, string>> = { '@id': 'id', '@type': 'type' };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [names[key] ?? key, withPlainKeys(inner)]),
  );
}
