/**
 * The one table of what the core can do. Renderer, preload and hosts know the core through this
 * file alone; `dispatch` parses every input with it once, whichever host it came from.
 */
import { z } from 'zod';
import { ANNOTATION_METHODS } from './contract/annotations.ts';
import { ARTICLE_METHODS } from './contract/articles.ts';
import { EXPORT_METHODS } from './contract/export.ts';
import { INTERCHANGE_METHODS } from './contract/interchange.ts';
import { LIST_METHODS } from './contract/lists.ts';
import { NOTE_METHODS } from './contract/notes.ts';
import { RULE_METHODS, siteRuleSchema } from './contract/rules.ts';
import { TAG_METHODS } from './contract/tags.ts';
import { TEMPLATE_METHODS } from './contract/templates.ts';
import { command, count, done, nothing, query } from './contract/method.ts';
import { VERSION_METHODS } from './contract/versions.ts';
import {
  articleMetadataSchema,
  idSchema,
  lineRangeSchema,
  settingsSchema,
  sha256Schema,
  textRangeSchema,
} from './entities.ts';
import { type ErrorValue } from './errors.ts';
import { revisionSchema } from './revisions.ts';
import { phraseSchema } from './messages/phrase.ts';

export const problemSchema = z.object({
  path: z.string(),
  /** 1-based, where the problem has a line. */
  line: z.number().int().positive().nullable(),
  message: phraseSchema,
});
export type Problem = z.infer<typeof problemSchema>;

export const updateSchema = z.object({
  /** The cut text of a teaser is completed, or the text is another. */
  kind: z.enum(['completed', 'changed']),
  /** How many words differ: a replaced word counts once. */
  words: count,
  /** The other text is of this very import: nothing that is in the library changes. */
  here: z.boolean(),
});
export type Update = z.infer<typeof updateSchema>;

export const plannedArticleSchema = articleMetadataSchema.extend({
  id: idSchema,
  parentId: idSchema.nullable(),
  words: count,
  excerpt: z.string(),
  /** What the commit will do with it. */
  outcome: z.enum(['add', 'update', 'unchanged']),
  /** What the update is, where `outcome` is one. */
  update: updateSchema.nullable(),
});
export type PlannedArticle = z.infer<typeof plannedArticleSchema>;

export const plannedSourceSchema = z.object({
  path: z.string(),
  name: z.string(),
  sha256: sha256Schema,
  bytes: count,
  format: z.string(),
  encoding: z.string(),
  lines: count,
  layout: z.string().nullable(),
  /** The evidence for the layout. */
  evidence: z.array(phraseSchema),
  articles: z.array(plannedArticleSchema),
  unassigned: z.array(lineRangeSchema.extend({ reason: phraseSchema })),
  problems: z.array(problemSchema),
  /** Whether its articles are runs of lines, which can be revised. */
  revisable: z.boolean(),
  /** Those made by a rule first, those by hand laid over them. */
  revisions: z.array(revisionSchema),
  /** The rules for its site that are on. */
  rules: z.array(siteRuleSchema),
  /** The ids of articles that revisions leave out, with those of the reprints inside them. */
  leftOut: z.array(idSchema),
});
export type PlannedSource = z.infer<typeof plannedSourceSchema>;

export const importPlanSchema = z.object({
  id: idSchema,
  sources: z.array(plannedSourceSchema),
  /** Files and folders that gave no source, each with its reason. */
  failures: z.array(problemSchema),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

export const importResultSchema = z.object({
  added: count,
  updated: count,
  unchanged: count,
  failed: count,
  articleIds: z.array(idSchema),
});
export type ImportResult = z.infer<typeof importResultSchema>;

const snippet = z.object({
  text: z.string(),
  ranges: z.array(textRangeSchema),
  /** Where the snippet starts in the reading text. */
  offset: count,
});

const searchHit = z.object({
  articleId: idSchema,
  title: z.string(),
  titleRanges: z.array(textRangeSchema),
  score: z.number(),
  snippets: z.array(snippet),
  terms: z.array(z.string()),
});
export type SearchHit = z.infer<typeof searchHit>;

const fileNameSchema = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[^/\\:*?"<>|.\p{Cc}][^/\\:*?"<>|\p{Cc}]*$/u, 'not a file name');

export const CONTRACT = {
  ...ARTICLE_METHODS,
  ...LIST_METHODS,
  ...VERSION_METHODS,
  'sources.lines': query(
    z.strictObject({ id: sha256Schema, startLine: count, endLine: count }),
    z.object({ total: count, lines: z.array(z.string()) }),
  ),
  'imports.plan': command(
    z.strictObject({
      paths: z.array(z.string().min(1)).min(1),
      jobId: z.string().optional(),
      /** Whether the comments on a post follow it as an appendix, where a format has them. */
      comments: z.boolean().default(false),
      /**
       * Encodings to read files in instead of those that are guessed, by the path that a plan names
       * or that of a folder or archive above it.
       */
      encodings: z.record(z.string(), z.string()).default({}),
      /** Whether the rules that corrections were kept as are applied. */
      rules: z.boolean().default(true),
    }),
    importPlanSchema,
  ),
  /** Pasted text, as a file of that name without its extension. */
  'imports.planText': command(
    z.strictObject({
      text: z.string().min(1).max(50_000_000),
      name: fileNameSchema,
    }),
    importPlanSchema,
  ),
  'imports.planSample': command(nothing, importPlanSchema),
  /** The lines of a source in a plan, 1-based and inclusive; very long ones are cut. */
  'imports.lines': query(
    z.strictObject({ planId: idSchema, source: count, startLine: count, endLine: count }),
    z.object({ total: count, lines: z.array(z.string()) }),
  ),
  /** Corrects how a source (by its place in the plan) was split. The list replaces the one before. */
  'imports.revise': command(
    z.strictObject({
      planId: idSchema,
      source: count,
      revisions: z.array(revisionSchema).max(10_000),
    }),
    plannedSourceSchema,
  ),
  /** Corrects a source by the rules for its site as they are now; corrections by hand stay over them. */
  'imports.applyRules': command(
    z.strictObject({
      planId: idSchema,
      source: count,
      /** Rules that are not to be applied here. */
      except: z.array(idSchema).max(1000).default([]),
    }),
    plannedSourceSchema,
  ),
  'imports.commit': command(
    z.strictObject({ planId: idSchema, leaveOut: z.array(idSchema).default([]) }),
    importResultSchema,
  ),
  'imports.discard': command(z.strictObject({ planId: idSchema }), done),
  'imports.cancel': command(z.strictObject({ jobId: z.string() }), done),
  ...ANNOTATION_METHODS,
  ...TAG_METHODS,
  ...NOTE_METHODS,
  'search.query': query(
    z.strictObject({
      query: z.string().max(1000),
      limit: z.number().int().min(1).max(1000).default(50),
      offset: count.default(0),
      asYouType: z.boolean().default(false),
    }),
    z.object({ total: count, pending: count, hits: z.array(searchHit) }),
  ),
  /** Where a search matches in one article, for the reader to paint. */
  'search.matches': query(
    z.strictObject({ articleId: idSchema, terms: z.array(z.string()).max(1000) }),
    z.object({ ranges: z.array(textRangeSchema) }),
  ),
  ...EXPORT_METHODS,
  ...INTERCHANGE_METHODS,
  ...TEMPLATE_METHODS,
  ...RULE_METHODS,
  'settings.get': query(nothing, settingsSchema),
  'settings.update': command(settingsSchema.partial().strict(), settingsSchema),
  'desktop.info': query(
    nothing,
    z.object({
      host: z.enum(['electron', 'web', 'cli']),
      version: z.string(),
      platform: z.string(),
      /** Whether there are native dialogs for files and folders. */
      dialogs: z.boolean(),
      defaultExportFolder: z.string(),
    }),
  ),
  'desktop.pickFiles': command(nothing, z.object({ paths: z.array(z.string()) })),
  'desktop.pickFolder': command(
    z.strictObject({ title: z.string() }),
    z.object({ path: z.string().nullable() }),
  ),
  /** Asks where a text should be saved, and saves it; null when the user cancelled. */
  'desktop.saveText': command(
    z.strictObject({
      /** What the dialog proposes. */
      name: fileNameSchema,
      text: z.string().max(50_000_000),
    }),
    z.object({ path: z.string().nullable() }),
  ),
  'desktop.showFolder': command(z.strictObject({ path: z.string() }), done),
  'desktop.toggleFullScreen': command(nothing, done),
  /** The page as it would be printed, into a file the user is asked for; null when cancelled. */
  'desktop.savePdf': command(
    z.strictObject({ name: z.string().max(1000) }),
    z.object({ path: z.string().nullable() }),
  ),
  'desktop.openLink': command(z.strictObject({ url: z.url({ protocol: /^https?$/ }) }), done),
} as const;

export type MethodName = keyof typeof CONTRACT;
/** What a caller gives: fields with a default may be left out. */
export type MethodInput<M extends MethodName> = z.input<(typeof CONTRACT)[M]['input']>;
/** What a handler gets: parsed, defaults filled in. */
export type ParsedInput<M extends MethodName> = z.output<(typeof CONTRACT)[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<(typeof CONTRACT)[M]['output']>;

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: ErrorValue };

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(CONTRACT, name);
}

export type Call = <M extends MethodName>(
  method: M,
  input: MethodInput<M>,
) => Promise<MethodOutput<M>>;
