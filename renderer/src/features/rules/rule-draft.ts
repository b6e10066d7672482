/** A rule as its form holds it. */
import type { RuleSuggestion } from '../../../../main/shared/contract/rules.ts';
import { ruleWords } from '../../../../main/shared/rule-words.ts';
import type { NewRule, RuleEffect, Site } from '../../../../main/shared/rules.ts';
import { translator } from '../../text.ts';

export interface RuleDraft {
  name: string;
  effect: RuleEffect;
  by: Site['by'];
  /** What the site is known by. */
  known: string;
  like: string;
  /** Empty where it doesn't matter. */
  after: string;
  capitals: boolean;
  alone: boolean;
}

export function toDraft({ name, site, effect, lines }: NewRule): RuleDraft {
  const { like, after, capitals, alone } = lines;
  return {
    name,
    effect,
    by: site.by,
    known: knownBy(site),
    like,
    after: after ?? '',
    capitals,
    alone,
  };
}

/** To be checked by the core. */
export function fromDraft(draft: RuleDraft, on: boolean): NewRule {
  const { name, effect, capitals, alone } = draft;
  const after = draft.after.trim() === '' ? null : draft.after.trim();
  const like = draft.like.trim() === '' ? '*' : draft.like.trim();
  return {
    name: name.trim(),
    site: siteOf(draft),
    effect,
    lines: { like, after, capitals, alone },
    on,
  };
}

export function knownBy(site: Site): string {
  return site.by === 'host' ? site.host : site.like;
}

function siteOf({ by, known }: RuleDraft): Site {
  return by === 'host' ? { by, host: known.trim() } : { by, like: known.trim() };
}

const LONGEST_NAME = 110;

/** Named for its lines; another number where that name is taken. */
export function suggestedRule(
  { effect, lines }: RuleSuggestion,
  site: Site,
  taken: readonly string[],
): NewRule {
  const words = lines.like === '*' ? ruleWords(translator(), { effect, lines }) : lines.like;
  const free = (name: string) => !taken.some((one) => one.toLowerCase() === name.toLowerCase());
  const short = words.slice(0, LONGEST_NAME);
  let name = short;
  for (let nth = 2; !free(name); nth += 1) name = `${short} ${nth}`;
  return { name, site, effect, lines, on: true };
}
