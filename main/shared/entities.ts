/**
 * What the library holds, as zod schemas: the one definition that core, hosts and renderer share.
 * Offsets count UTF-16 code units of an article's reading text; lines are 1-based and inclusive;
 * times are ISO 8601 in UTC.
 */
import { z } from 'zod';
import { colorChoicesSchema, DEFAULT_COLORS, HIGHLIGHT_COLORS } from './highlight-colors.ts';
import { DEFAULT_LIST_VIEW, listViewSchema } from './list-view.ts';
import { phraseSchema } from './messages/phrase.ts';

/** Ids become file names: lower case, so that file systems that fold case keep them apart. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'not an id');
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256');
const offset = z.number().int().nonnegative();
/** 1-based. */
export const lineSchema = z.number().int().positive();
const isoTime = z.iso.datetime();

export const lineRangeSchema = z.object({ startLine: lineSchema, endLine: lineSchema });
export type LineRange = z.infer<typeof lineRangeSchema>;

export const READ_STATES = ['inbox', 'reading', 'read'] as const;

/** What an importer knows of an article; the rest is the library's. */
export const articleMetadataSchema = z.object({
  title: z.string(),
  startLine: lineSchema.nullable(),
  endLine: lineSchema.nullable(),
  truncated: z.boolean(),
  /** 0..1: how sure the importer is of this article's boundaries. */
  confidence: z.number().min(0).max(1),
  reasons: z.array(phraseSchema),
  byline: z.string().nullable(),
  /** Whose text it is: a site, a paper, an agency. */
  origin: z.string().nullable(),
  url: z.string().nullable(),
  lang: z.string().nullable(),
  /** YYYY, YYYY-MM, YYYY-MM-DD or a full ISO time. */
  published: z.string().nullable(),
  /** Why, where `published` was not written in full but inferred. */
  publishedInferred: phraseSchema.nullable(),
  /** The dateline as it was written: `BEIJING, Jan. 18 (Xinhua)`. */
  dateline: z.string().nullable(),
});
export type ArticleMetadata = z.infer<typeof articleMetadataSchema>;

/** A text that an article had before: its own stays readable under its number. */
export const earlierVersionSchema = z.object({
  version: z.number().int().positive(),
  title: z.string(),
  sourceId: sha256Schema,
  startLine: lineSchema.nullable(),
  endLine: lineSchema.nullable(),
  truncated: z.boolean(),
  words: z.number().int().nonnegative(),
  contentHash: sha256Schema,
  /** When the next version took its place. */
  replaced: isoTime,
});
export type EarlierVersion = z.infer<typeof earlierVersionSchema>;

export const articleSchema = articleMetadataSchema.extend({
  id: idSchema,
  sourceId: sha256Schema,
  parentId: idSchema.nullable(),
  /** Place among the articles of its source, from 0: the order of the dump. */
  order: z.number().int().nonnegative(),
  /** Length of the reading text in UTF-16 code units, and in words. */
  length: offset,
  words: z.number().int().nonnegative(),
  excerpt: z.string(),
  /** SHA-256 of title and reading text, white space folded: the same words, the same hash. */
  contentHash: sha256Schema,
  version: z.number().int().positive(),
  /** The versions before this one whose texts are kept, oldest first. */
  earlier: z.array(earlierVersionSchema).default([]),
  state: z.enum(READ_STATES),
  /** Where the reader stopped: the first visible offset, and the part read, 0..1. */
  position: z.object({ offset, fraction: z.number().min(0).max(1) }).nullable(),
  tags: z.array(idSchema),
  /** On the article as a whole, in Markdown, and when it was written last. */
  note: z.string().default(''),
  noted: isoTime.nullable().default(null),
  /** Ids of the collections it is in. */
  collections: z.array(idSchema).default([]),
  added: isoTime,
  updated: isoTime,
  trashed: isoTime.nullable(),
});
export type Article = z.infer<typeof articleSchema>;

export const sourceSchema = z.object({
  id: sha256Schema,
  name: z.string(),
  /** Where the file was when it was imported: for people, never opened again. */
  path: z.string(),
  bytes: z.number().int().nonnegative(),
  format: z.string(),
  encoding: z.string(),
  lines: z.number().int().nonnegative(),
  layout: z.string().nullable(),
  unassigned: z.array(lineRangeSchema),
  imported: isoTime,
});
export type Source = z.infer<typeof sourceSchema>;

export const quoteSchema = z.object({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /**
   * 0..1: how like these surroundings those of the likeliest other place with the same words were
   * when they were described; left out where they stood once.
   */
  rival: z.number().min(0).max(1).optional(),
});
export type Quote = z.infer<typeof quoteSchema>;

export const textRangeSchema = z.object({ start: offset, end: offset });
export type TextRange = z.infer<typeof textRangeSchema>;

export const ANCHOR_METHODS = ['position', 'quote', 'fuzzy', 'orphan'] as const;

export const anchorSchema = z.object({
  /** Where the passage stands now; null for an orphan. */
  range: textRangeSchema.nullable(),
  method: z.enum(ANCHOR_METHODS),
  /** 1 for a certain match, 0 for an orphan. */
  score: z.number().min(0).max(1),
});
export type Anchor = z.infer<typeof anchorSchema>;

export const annotationSchema = z.object({
  id: idSchema,
  articleId: idSchema,
  target: z.object({
    position: textRangeSchema,
    quote: quoteSchema,
    /** The article's version that the target was made on. */
    version: z.number().int().positive(),
  }),
  anchor: anchorSchema,
  /** Told by a person that its passage is gone: no guess takes another for it. */
  orphaned: z.boolean().default(false),
  color: z.enum(HIGHLIGHT_COLORS),
  note: z.string(),
  tags: z.array(idSchema),
  /** Who made it, where it came from another program: a name, or what they are known by there. */
  creator: z.string().optional(),
  created: isoTime,
  updated: isoTime,
});
export type Annotation = z.infer<typeof annotationSchema>;

export const tagSchema = z.object({
  id: idSchema,
  name: z.string().min(1),
  color: z.enum(HIGHLIGHT_COLORS).nullable(),
  parentId: idSchema.nullable(),
  description: z.string(),
  /** Thoughts on it as the work goes on, in Markdown. */
  memo: z.string().default(''),
});
export type Tag = z.infer<typeof tagSchema>;

/** `system` follows the machine; the last one is for trials of the interface. */
export const LANGUAGES = ['system', 'en-GB', 'en-US', 'en-XA'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `system` follows the machine by day and night, and its wish for contrast. */
export const THEMES = [
  'system',
  'light',
  'sepia',
  'dark',
  'contrastLight',
  'contrastDark',
] as const;
export type Theme = (typeof THEMES)[number];

/** Without defaults, which a change of one setting would write over the others: they stand below. */
export const settingsSchema = z.object({
  /** Of the interface, its dates and its numbers: a BCP 47 tag. */
  language: z.enum(LANGUAGES),
  /** The keys of commands that the user has changed, by command, as the command table writes keys. */
  shortcuts: z.record(z.string(), z.array(z.string().max(40)).max(8)),
  /** Whether letters, digits and signs alone run commands. */
  singleKeys: z.boolean(),
  /** What was chosen in the palette, the newest first. */
  recentChoices: z.array(z.string().max(100)).max(50),
  theme: z.enum(THEMES),
  /** Reading text size in CSS px, measure in ch, leading as a multiple of the size. */
  textSize: z.number().min(12).max(32),
  measure: z.number().min(45).max(100),
  leading: z.number().min(1.2).max(2.2),
  font: z.enum(['serif', 'sans', 'legible']),
  /** Lines of the text end at both edges. */
  justify: z.boolean(),
  /** The highlight colours that are used, in the order of their keys. */
  highlightColors: colorChoicesSchema,
  /** Ids of the tags that were put on passages, the newest first. */
  recentTags: z.array(idSchema).max(8),
  notesOpen: z.boolean(),
  placesOpen: z.boolean(),
  /** Sizes of the panes in percent, by pane, as the user left them. */
  panes: z.record(z.string(), z.number()),
  exportFolder: z.string().nullable(),
  /** Id of the template that notes are exported with. */
  exportTemplate: idSchema,
  lastArticleId: idSchema.nullable(),
  /** The open articles, in the order of their tabs, each with what was open in it before and after. */
  openTabs: z
    .array(z.object({ articleId: idSchema, back: z.array(idSchema), forward: z.array(idSchema) }))
    .max(100),
  /** How lists of articles are shown. */
  list: listViewSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  language: 'system',
  shortcuts: {},
  singleKeys: true,
  recentChoices: [],
  theme: 'system',
  textSize: 19,
  measure: 68,
  leading: 1.6,
  font: 'serif',
  justify: false,
  highlightColors: DEFAULT_COLORS,
  recentTags: [],
  notesOpen: false,
  placesOpen: true,
  panes: {},
  exportFolder: null,
  exportTemplate: 'obsidian',
  lastArticleId: null,
  openTabs: [],
  list: DEFAULT_LIST_VIEW,
};
