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
} from '../../shared/entities.ts';
import { fromHypothesis } from './from-hypothesis.ts';

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

const text = z.string().nullish();

const selectorSchema = z.looseObject({
  type: text,
  exact: text,
  prefix: text,
  suffix: text,
  start: z.number().int().nonnegative().nullish(),
  end: z.number().int().nonnegative().nullish(),
});
export type Selector = z.infer<typeof selectorSchema>;

const sourceSchema = z.union([
  z.string(),
  z.looseObject({ id: z.string() }).transform(({ id }) => id),
]);

const targetSchema = z.union([
  z.string().transform((source) => ({ source, selector: [] as Selector[] })),
  z.looseObject({
    source: sourceSchema,
    selector: oneOrMany(selectorSchema).optional().default([]),
    styleClass: z.union([z.string(), z.array(z.string())]).optional(),
    'lectern:article': z.string().optional(),
    /** Of the page, where that is all that may tell the article. */
    'lectern:title': z.string().optional(),
    'lectern:made': madeSchema.optional().catch(undefined),
  }),
]);

const bodySchema = z.union([
  z.string().transform(() => null),
  z.looseObject({
    type: text,
    value: text,
    purpose: z.union([z.string(), z.array(z.string())]).nullish(),
    'lectern:tag': z.string().optional(),
  }),
]);
export type Body = z.infer<typeof bodySchema>;

export const webAnnotationSchema = z.looseObject({
  id: text,
  type: z.union([z.string(), z.array(z.string())]),
  created: text,
  modified: text,
  bodyValue: text,
  body: oneOrMany(bodySchema).optional().default([]),
  target: oneOrMany(targetSchema),
});
export type WebAnnotation = z.infer<typeof webAnnotationSchema>;

const items = z.object({ items: z.array(z.unknown()) }).transform((page) => page.items);

/** A collection with its first page, a page, a list, or one annotation. */
const itemsSchema = z.union([
  z.object({ first: items }).transform((collection) => collection.first),
  items,
  z.array(z.unknown()),
  z.looseObject({ target: z.unknown() }).transform((one): unknown[] => [one]),
]);

const extrasSchema = z.object({
  'lectern:articles': z.array(interchangeArticleSchema).catch([]),
  'lectern:tags': z.array(tagSchema).catch([]),
});

export interface Interchange {
  items: unknown[];
  articles: InterchangeArticle[];
  tags: z.infer<typeof tagSchema>[];
}

/** Null for what is neither a Web Annotation document nor from Hypothesis. */
export function parseInterchange(value: unknown): Interchange | null {
  const foreign = fromHypothesis(value);
  if (foreign !== null) return { items: foreign, articles: [], tags: [] };
  const parsed = itemsSchema.safeParse(value);
  if (!parsed.success) return null;
  const extras = extrasSchema.safeParse(value);
  return {
    items: parsed.data,
    articles: extras.success ? extras.data['lectern:articles'] : [],
    tags: extras.success ? extras.data['lectern:tags'] : [],
  };
}
