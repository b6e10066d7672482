/** Rules that corrections were kept as. */
import { z } from 'zod';
import { idSchema } from '../entities.ts';
import { newRuleSchema, ruleSchema, siteSchema } from '../rules.ts';
import { command, count, done, nothing, query } from './method.ts';

/** A rule for the site of a source in a plan, and what it does there. */
export const siteRuleSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** How many corrections it makes in this source. */
  changes: count,
  /** How many it would make, where these are so many that it makes none; else 0. */
  passedOver: count,
});

export const ruleSuggestionSchema = newRuleSchema.pick({ effect: true, lines: true }).extend({
  /** How many of the corrections by hand it makes. */
  covers: count,
  /** How many more it would make in this source. */
  more: count,
});
export type RuleSuggestion = z.infer<typeof ruleSuggestionSchema>;

export const RULE_METHODS = {
  /** In the order in which they were made. */
  'rules.list': query(nothing, z.object({ rules: z.array(ruleSchema) })),
  /** The name must be another than that of every rule there is. */
  'rules.create': command(newRuleSchema, ruleSchema),
  'rules.update': command(
    z.strictObject({ id: idSchema, change: newRuleSchema.partial() }),
    ruleSchema,
  ),
  'rules.delete': command(z.strictObject({ id: idSchema }), ruleSchema),
  /** Puts back what `rules.delete` gave. */
  'rules.restore': command(z.strictObject({ rule: ruleSchema }), done),
  /** What the corrections of a source in a plan have in common, the best first; `sites` it can be told by. */
  'rules.suggest': query(
    z.strictObject({ planId: idSchema, source: count }),
    z.object({ sites: z.array(siteSchema), suggestions: z.array(ruleSuggestionSchema) }),
  ),
} as const;
