import { useId, useState, type FormEvent } from 'react';
import { ruleWords, siteWords } from '../../../../main/shared/rule-words.ts';
import { RULE_EFFECTS, type NewRule, type Site } from '../../../../main/shared/rules.ts';
import { closeDialog } from '../../state/view.ts';
import { errorText, t, translator } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { fromDraft, knownBy, toDraft } from './rule-draft.ts';
import styles from './rules.module.css';

const KNOWN_BY = ['host', 'name', 'line'] as const satisfies readonly Site['by'][];

interface Props {
  rule: NewRule;
  /** What else the site could be known by. */
  sites: readonly Site[];
  save: (rule: NewRule) => Promise<unknown>;
}

/** Everything that a rule says, with the whole of it in words. */
export function RuleDialog({ rule, sites, save }: Props) {
  const [draft, setDraft] = useState(() => toDraft(rule));
  const [problem, setProblem] = useState<string | null>(null);
  const formId = useId();
  const set = (change: Partial<typeof draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblem(null);
  };
  const wanted = fromDraft(draft, rule.on);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(wanted).then(closeDialog, (error: unknown) => setProblem(errorText(error)));
  };
  const text = (key: 'name' | 'known' | 'like' | 'after', label: string) => (
    <label data-wide>
      <span>{label}</span>
      <input
        value={draft[key]}
        maxLength={300}
        dir="auto"
        spellCheck={false}
        required={key === 'name' || key === 'known'}
        data-autofocus={key === 'name' || undefined}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </label>
  );
  return (
    <Dialog
      title={t('rule.edit')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button primary type="submit" form={formId}>
            {t('rule.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={submit}>
        <p className={styles['words']} role="status">
          {ruleWords(translator(), wanted)}, {siteWords(translator(), wanted.site)}.
        </p>
        {problem === null ? null : <p role="alert">{problem}</p>}
        {text('name', t('rule.name'))}
        <label>
          <span>{t('rule.knownBy')}</span>
          <select
            value={draft.by}
            onChange={(event) => {
              const by = KNOWN_BY.find((one) => one === event.target.value);
              const site = sites.find((one) => one.by === by);
              if (by !== undefined) set({ by, known: site === undefined ? '' : knownBy(site) });
            }}
          >
            {KNOWN_BY.map((by) => (
              <option key={by} value={by}>
                {t(`rule.by.${by}`)}
              </option>
            ))}
          </select>
        </label>
        {text('known', t(`rule.known.${draft.by}`))}
        <label data-wide>
          <span>{t('rule.effect')}</span>
          <select
            value={draft.effect}
            onChange={(event) => {
              const effect = RULE_EFFECTS.find((one) => one === event.target.value);
              if (effect !== undefined) set({ effect });
            }}
          >
            {RULE_EFFECTS.map((effect) => (
              <option key={effect} value={effect}>
                {t(`rule.effect.${effect}`)}
              </option>
            ))}
          </select>
        </label>
        {text('like', t('rule.like'))}
        {text('after', t('rule.after'))}
        {(['capitals', 'alone'] as const).map((key) => (
          <label key={key} data-wide data-check>
            <input
              type="checkbox"
              checked={draft[key]}
              onChange={(event) => set({ [key]: event.target.checked })}
            />
            <span>{t(`rule.${key}`)}</span>
          </label>
        ))}
        <p>{t('rule.signs')}</p>
      </form>
    </Dialog>
  );
}
