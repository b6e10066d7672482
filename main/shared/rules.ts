/**
 * What was corrected in the review of an import, kept for the next file of the same site. A rule
 * knows its lines by how they are written: `*` in `like` stands for anything, `#` for a number.
 */
import { z } from 'zod';
import { idSchema } from './entities.ts';
import { MOST_STARS, starsIn } from './text/like.ts';
import { phrase, type Phrase } from './messages/phrase.ts';

const like = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .refine((text) => starsIn(text) <= MOST_STARS, `more than ${MOST_STARS} stars`);

/** Which files a rule is for. */
export const siteSchema = z.discriminatedUnion('by', [
  /** Most of the articles have an address at this host. */
  z.strictObject({ by: z.literal('host'), host: z.string().trim().min(1).max(253) }),
  /** The file's name is like this, whatever its case. */
  z.strictObject({ by: z.literal('name'), like }),
  /** A line like this stands in the file. */
  z.strictObject({ by: z.literal('line'), like }),
]);
export type Site = z.infer<typeof siteSchema>;

/** What a line has to be; all that is said must hold. */
export const linePatternSchema = z.strictObject({
  like,
  /** How the last line of text before it is written; null where that doesn't matter. */
  after: like.nullable(),
  /** It has letters, and none of them small. */
  capitals: z.boolean(),
  /** Empty lines stand around it. */
  alone: z.boolean(),
});
export type LinePattern = z.infer<typeof linePatternSchema>;

export const RULE_EFFECTS = ['start', 'notStart', 'section', 'drop', 'leaveOut', 'title'] as const;
export type RuleEffect = (typeof RULE_EFFECTS)[number];

const shape = {
  name: z.string().trim().min(1).max(120),
  site: siteSchema,
  /**
   * An article begins at such a line; or none does; or a reprint inside the article before; the line
   * is text of no article; an article with such a title isn't imported; of such a title, only what
   * the star stands for is one.
   */
  effect: z.enum(RULE_EFFECTS),
  lines: linePatternSchema,
  on: z.boolean(),
};

export const ruleSchema = z.strictObject({ id: idSchema, ...shape });
export type Rule = z.infer<typeof ruleSchema>;
export const newRuleSchema = z.strictObject(shape);
export type NewRule = z.infer<typeof newRuleSchema>;

/** Why a rule says nothing, or too much; null where it is well. */
export function ruleFault({ effect, lines }: Pick<Rule, 'effect' | 'lines'>): Phrase | null {
  if (effect === 'title' && starsIn(lines.like) !== 1) {
    return phrase('rules.oneStar');
  }
  const any = /^[\s*]*$/u.test(lines.like) && lines.after === null;
  return any && !lines.capitals && !lines.alone ? phrase('rules.everyLine') : null;
}
