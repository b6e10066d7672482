/** What a rule for a site says, in words. */
import type { Translator } from './messages/translator.ts';
import type { LinePattern, Rule, Site } from './rules.ts';

export function ruleWords(
  { t, list }: Pick<Translator, 't' | 'list'>,
  { effect, lines }: Pick<Rule, 'effect' | 'lines'>,
): string {
  return t(`rule.does.${effect}`, { lines: list(patternWords(t, lines)) });
}

function patternWords(t: Translator['t'], lines: LinePattern): string[] {
  return [
    ...(lines.like === '*' ? [] : [t('rule.lines.like', { like: lines.like })]),
    ...(lines.capitals ? [t('rule.lines.capitals')] : []),
    ...(lines.alone ? [t('rule.lines.alone')] : []),
    ...(lines.after === null ? [] : [t('rule.lines.after', { like: lines.after })]),
  ];
}

export function siteWords({ t }: Pick<Translator, 't'>, site: Site): string {
  switch (site.by) {
    case 'host':
      return t('rule.site.host', { host: site.host });
    case 'name':
      return t('rule.site.name', { like: site.like });
    case 'line':
      return t('rule.site.line', { like: site.like });
  }
}
