import { useQuery } from '@tanstack/react-query';
import { Lightbulb, X } from 'lucide-react';
import { useState } from 'react';
import type { PlannedSource } from '../../../../main/shared/contract.ts';
import type { RuleSuggestion } from '../../../../main/shared/contract/rules.ts';
import { ruleWords, siteWords } from '../../../../main/shared/rule-words.ts';
import type { NewRule } from '../../../../main/shared/rules.ts';
import { queries } from '../../api/queries.ts';
import { useCommands } from '../../commands/registry.ts';
import { notifyFailure, openDialog } from '../../state/view.ts';
import { t, translator } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { applyRules, keepRule } from '../review/review-state.ts';
import { suggestedRule } from './rule-draft.ts';
import styles from './rules.module.css';

interface Props {
  planId: string;
  at: number;
  source: PlannedSource;
}

/** The rules that corrected a file, and the next one that its corrections could be kept as. */
export function ReviewRules({ planId, at, source }: Props) {
  const { rules, revisions } = source;
  const off = rules.filter(({ name, changes }) => changes > 0 && !isApplied(source, name));
  const toggle = (id: string, on: boolean) => {
    const others = off.map((rule) => rule.id).filter((one) => one !== id);
    applyRules(on ? others : [...others, id]).catch(notifyFailure);
  };
  const byHand = revisions.some(({ by }) => by === undefined);
  if (rules.length === 0 && !byHand) return null;
  return (
    <div className={styles['panel']} role="group" aria-label={t('rule.panel')}>
      {rules.map(({ id, name, changes, passedOver }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={isApplied(source, name)}
            disabled={changes === 0}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          <span dir="auto">{t('rule.applied', { name })}</span>
          <small>
            {passedOver > 0
              ? t('rule.passedOver', { count: passedOver })
              : t('rule.changes', { count: changes })}
          </small>
        </label>
      ))}
      {byHand ? (
        <Offer planId={planId} at={at} source={source} off={off.map(({ id }) => id)} />
      ) : null}
    </div>
  );
}

function isApplied({ revisions }: PlannedSource, name: string): boolean {
  return revisions.some(({ by }) => by === name);
}

/** One suggestion at a time; what was declined isn't offered again. */
function Offer({ planId, at, source, off }: Props & { off: readonly string[] }) {
  const [declined, setDeclined] = useState<readonly string[]>([]);
  const { data } = useQuery(queries.ruleSuggestions(planId, at, source.revisions));
  const known = useQuery(queries.rules()).data?.rules ?? [];
  const suggestion = data?.suggestions.find((one) => !declined.includes(keyOf(one)));
  const site = data?.sites[0];
  const rule =
    suggestion === undefined || site === undefined
      ? null
      : suggestedRule(
          suggestion,
          site,
          known.map(({ name }) => name),
        );
  const keep = (wanted: NewRule) => keepRule(wanted, off);
  useCommands({
    'review.keepRule': {
      run: () => (rule === null ? undefined : keep(rule)),
      when: () => rule !== null,
    },
  });
  if (suggestion === undefined || rule === null) return null;
  const { covers, more } = suggestion;
  return (
    <div className={styles['offer']} role="status">
      <Lightbulb aria-hidden size={15} strokeWidth={1.75} />
      <p dir="auto">
        {ruleWords(translator(), rule)}, {siteWords(translator(), rule.site)}.{' '}
        <small>
          {t('rule.covers', { count: covers })}
          {more === 0 ? null : ` ${t('rule.more', { count: more })}`}
        </small>
      </p>
      <button type="button" onClick={() => keep(rule).catch(notifyFailure)}>
        {t('rule.keep')}
      </button>
      <button
        type="button"
        onClick={() =>
          openDialog({
            name: 'rule',
            rule,
            sites: data?.sites ?? [],
            save: (wanted) => keep(wanted),
          })
        }
      >
        {t('rule.change')}
      </button>
      <IconButton
        icon={X}
        label={t('rule.decline')}
        onClick={() => setDeclined((before) => [...before, keyOf(suggestion)])}
      />
    </div>
  );
}

function keyOf({ effect, lines }: RuleSuggestion): string {
  return JSON.stringify([effect, lines]);
}
