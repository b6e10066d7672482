import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { ruleWords, siteWords } from '../../../../main/shared/rule-words.ts';
import type { Rule } from '../../../../main/shared/rules.ts';
import { queries } from '../../api/queries.ts';
import { notifyFailure, openDialog } from '../../state/view.ts';
import { errorText, t, translator } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { changeRule, deleteRule } from './rules.ts';
import styles from './rules.module.css';

/** The rules of all sites, to be turned off, changed and deleted. */
export function RuleList() {
  const { data, error } = useQuery(queries.rules());
  if (error !== null) return <p role="alert">{errorText(error)}</p>;
  if (data === undefined) return null;
  if (data.rules.length === 0) return <p className={styles['none']}>{t('rule.none')}</p>;
  return (
    <ul className={styles['list']} aria-label={t('setting.rules')}>
      {data.rules.map((rule) => (
        <RuleRow key={rule.id} rule={rule} />
      ))}
    </ul>
  );
}

function RuleRow({ rule }: { rule: Rule }) {
  const { name } = rule;
  const edit = () =>
    openDialog({
      name: 'rule',
      rule,
      sites: [rule.site],
      save: (change) => changeRule(rule, change),
    });
  return (
    <li className={styles['rule']} data-off={!rule.on || undefined}>
      <label>
        <input
          type="checkbox"
          checked={rule.on}
          onChange={(event) => changeRule(rule, { on: event.target.checked }).catch(notifyFailure)}
        />
        <span dir="auto">{name}</span>
      </label>
      <p dir="auto">
        {ruleWords(translator(), rule)}, {siteWords(translator(), rule.site)}.
      </p>
      <span className={styles['actions']}>
        <IconButton icon={Pencil} label={t('rule.editNamed', { name })} onClick={edit} />
        <IconButton
          icon={Trash2}
          label={t('rule.deleteNamed', { name })}
          onClick={() => deleteRule(rule).catch(notifyFailure)}
        />
      </span>
    </li>
  );
}
