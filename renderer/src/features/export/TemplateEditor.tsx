import { useId, useState } from 'react';
import type { Template, TemplateText } from '../../../../main/shared/contract/templates.ts';
import { LecternError } from '../../../../main/shared/errors.ts';
import { notifyFailure } from '../../state/view.ts';
import { errorText, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './export.module.css';
import { deleteTemplate, saveTemplate } from './template-actions.ts';

interface Props {
  template: Template & { builtIn: boolean };
  /** Of the preview of what is being written. */
  error: Error | null;
  onDraft: (draft: TemplateText) => void;
  /** With the template that is to be used from now on. */
  onDone: (id: string) => void;
}

/** Writes a template; the preview beside it follows. A built-in one becomes a copy. */
export function TemplateEditor({ template, error, onDraft, onDone }: Props) {
  const [draft, setDraft] = useState<Template>(() =>
    template.builtIn
      ? { ...template, name: t('template.copyOf', { name: template.name }) }
      : template,
  );
  const change = (part: Partial<Template>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    const { head, passage, properties, links } = next;
    onDraft({ head, passage, properties, links });
  };
  const save = async () => {
    const { id, name, head, passage, properties, links } = draft;
    const text = { name, head, passage, properties, links };
    const saved = await saveTemplate(template.builtIn ? text : { id, ...text }, template);
    onDone(saved.id);
  };
  const remove = async () => {
    await deleteTemplate(template);
    onDone('obsidian');
  };
  const fault = faultOf(error);

  return (
    <form
      className={styles['editor']}
      aria-label={t('template.edit')}
      onSubmit={(event) => {
        event.preventDefault();
        void save().catch(notifyFailure);
      }}
    >
      <label className={styles['field']}>
        <span>{t('template.name')}</span>
        <input
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
          spellCheck={false}
        />
      </label>
      <Part
        label={t('template.head')}
        value={draft.head}
        fault={fault?.part === 'head' ? fault.message : null}
        onChange={(head) => change({ head })}
      />
      <Part
        label={t('template.passage')}
        value={draft.passage}
        fault={fault?.part === 'passage' ? fault.message : null}
        tall
        onChange={(passage) => change({ passage })}
      />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={draft.properties === 'all'}
          onChange={(event) => change({ properties: event.target.checked ? 'all' : 'id' })}
        />
        {t('template.properties')}
      </label>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={draft.links === 'logseq'}
          onChange={(event) => change({ links: event.target.checked ? 'logseq' : 'wiki' })}
        />
        {t('template.logseqLinks')}
      </label>
      <details className={styles['hints']}>
        <summary>{t('template.values')}</summary>
        <p>{t('template.valuesHead')}</p>
        <p>
          <code>
            title author source url published added description articleNote articleTags count
          </code>
        </p>
        <p>{t('template.valuesPassage')}</p>
        <p>
          <code>
            id uuid text note tags color colorName created updated orphan prefix suffix creator
          </code>
        </p>
        <p>{t('template.filters')}</p>
        <p>
          <code>blockquote markdown oneline indent hashtags</code>
        </p>
      </details>
      <div className={styles['answers']}>
        <Button type="submit" disabled={fault !== null || draft.name.trim() === ''}>
          {t(template.builtIn ? 'template.saveCopy' : 'template.save')}
        </Button>
        {template.builtIn ? null : (
          <Button onClick={() => void remove().catch(notifyFailure)}>{t('template.delete')}</Button>
        )}
        <Button onClick={() => onDone(template.id)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  );
}

interface PartProps {
  label: string;
  value: string;
  fault: string | null;
  tall?: boolean;
  onChange: (value: string) => void;
}

function Part({ label, value, fault, tall = false, onChange }: PartProps) {
  const faultId = useId();
  return (
    <div className={styles['field']}>
      <label>
        <span>{label}</span>
        <textarea
          value={value}
          rows={tall ? 11 : 4}
          spellCheck={false}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : faultId}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {fault === null ? null : (
        <p id={faultId} role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
    </div>
  );
}

/** What is wrong in which part of the template; null when it is about something else. */
export function faultOf(error: Error | null): { part: string; message: string } | null {
  const part = error instanceof LecternError ? error.details?.['part'] : undefined;
  return error === null || typeof part !== 'string' ? null : { part, message: errorText(error) };
}
