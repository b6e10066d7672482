import { useQuery } from '@tanstack/react-query';
import { Braces, FolderOpen, SquarePen } from 'lucide-react';
import { useState } from 'react';
import type { MethodOutput } from '../../../../main/shared/contract.ts';
import type { TemplateText } from '../../../../main/shared/contract/templates.ts';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { track } from '../../state/activity.ts';
import { closeDialog, notify, notifyFailure, toActivity } from '../../state/view.ts';
import { errorText, say, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { Choice } from '../../ui/fields.tsx';
import { changeSettings, useSettings } from '../shell/settings.ts';
import { ExportConflicts } from './ExportConflicts.tsx';
import styles from './export.module.css';
import { exportAnnotations } from './interchange-actions.ts';
import { faultOf, TemplateEditor } from './TemplateEditor.tsx';

type Previewed = MethodOutput<'export.preview'>['files'];

/** Notes as Markdown, into a folder, with the files to be written in sight. */
export function ExportDialog() {
  const settings = useSettings();
  const desktop = useQuery(queries.desktop()).data;
  const [groupBy, setGroupBy] = useState<'article' | 'tag'>('article');
  const [typed, setTyped] = useState<string | null>(null);
  const [shown, setShown] = useState(0);
  const [overwrite, setOverwrite] = useState<string[]>([]);
  const out = typed ?? settings.exportFolder ?? desktop?.defaultExportFolder ?? '';
  const templates = useQuery(queries.templates()).data?.templates ?? [];
  const template =
    templates.find(({ id }) => id === settings.exportTemplate) ??
    templates.find(({ builtIn }) => builtIn);
  const [draft, setDraft] = useState<TemplateText | null>(null);
  const [editing, setEditing] = useState(false);
  const settledDraft = useSettled(draft, 300);
  const target = {
    out: useSettled(out.trim(), 300),
    groupBy,
    template: template?.id ?? 'obsidian',
    overwrite,
  };
  const previewed = editing && settledDraft !== null ? { ...target, draft: settledDraft } : target;
  const preview = useQuery(queries.exportPreview(previewed));
  const [good, setGood] = useState(preview.data);
  // While a template has a fault, what it last made stays in sight.
  if (preview.data !== undefined && preview.data !== good) setGood(preview.data);
  const fault = editing ? faultOf(preview.error) : null;
  const previewOf = fault === null ? preview.data : good;
  const files = previewOf?.files ?? [];
  const file = files[Math.min(shown, files.length - 1)];

  const choose = async () => {
    const { path } = await call('desktop.pickFolder', { title: t('export.folderTitle') });
    if (path !== null) setTyped(path);
  };
  const inWords = ({ written, unchanged, failures }: MethodOutput<'export.markdown'>) => {
    const facts = { written: t('count.files', { count: written }), unchanged, folder: out };
    return failures.length === 0
      ? t('export.done', facts)
      : t('export.doneInPart', { ...facts, failed: failures.length });
  };
  const write = async () => {
    const result = await track({
      id: `export-${crypto.randomUUID()}`,
      label: t('export.title'),
      run: () => call('export.markdown', { ...target, out: out.trim() }),
      describe: (done) =>
        [inWords(done), ...done.failures.map(({ reason }) => say(reason))].join('\n'),
    });
    closeDialog();
    changeSettings({ exportFolder: out.trim() });
    const isWhole = result.failures.length === 0;
    const toFolder = {
      label: t('export.show'),
      run: () => void call('desktop.showFolder', { path: out }).catch(notifyFailure),
    };
    notify({
      kind: isWhole ? 'done' : 'failed',
      text: inWords(result),
      action: isWhole ? toFolder : toActivity(),
    });
  };

  return (
    <Dialog
      title={t('export.title')}
      size="large"
      onClose={closeDialog}
      footer={
        <>
          <p className={styles['count']} data-fault={fault !== null || undefined}>
            {fault?.message ?? summary(files)}
          </p>
          <Button
            icon={Braces}
            disabled={out.trim() === '' || editing}
            title={t('interchange.exportHint')}
            onClick={() => {
              exportAnnotations(out.trim()).then(closeDialog).catch(notifyFailure);
            }}
          >
            {t('interchange.export')}
          </Button>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button
            primary
            disabled={files.length === 0 || out.trim() === '' || editing}
            onClick={() => void write().catch(notifyFailure)}
          >
            {t('export.export')}
          </Button>
        </>
      }
    >
      <div className={styles['options']}>
        <Choice
          label={t('export.files')}
          options={[
            ['article', t('export.byArticle')],
            ['tag', t('export.byTag')],
          ]}
          value={groupBy}
          onPick={setGroupBy}
        />
        <label className={styles['folder']}>
          <span>{t('export.folder')}</span>
          <input
            value={out}
            onChange={(event) => setTyped(event.target.value)}
            spellCheck={false}
          />
        </label>
        {desktop?.dialogs === true ? (
          <Button icon={FolderOpen} onClick={() => void choose().catch(notifyFailure)}>
            {t('export.choose')}
          </Button>
        ) : null}
        <div className={styles['template']}>
          <label className={styles['field']}>
            <span>{t('template.template')}</span>
            <select
              value={template?.id}
              disabled={editing}
              onChange={(event) => changeSettings({ exportTemplate: event.target.value })}
            >
              {templates.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Button
            icon={SquarePen}
            disabled={template === undefined || editing}
            onClick={() => setEditing(true)}
          >
            {t('template.edit')}
          </Button>
        </div>
      </div>
      {preview.error === null || fault !== null ? null : (
        <p role="alert" className={styles['problem']}>
          {errorText(preview.error)}
        </p>
      )}
      {previewOf?.failures.map(({ path, reason }) => (
        <p key={path} role="alert" className={styles['problem']}>
          {say(reason)}
        </p>
      ))}
      <ExportConflicts
        conflicts={previewOf?.conflicts ?? []}
        onOverwrite={(id) => setOverwrite([...overwrite, id])}
      />
      {preview.isSuccess && files.length === 0 ? (
        <p className={styles['none']}>{t('export.none')}</p>
      ) : (
        <div className={styles['preview']} data-editing={editing || undefined}>
          {editing && template !== undefined ? (
            <TemplateEditor
              template={template}
              error={preview.error}
              onDraft={setDraft}
              onDone={(id) => {
                setEditing(false);
                setDraft(null);
                changeSettings({ exportTemplate: id });
              }}
            />
          ) : null}
          <ul aria-label={t('export.files')}>
            {files.map(({ path, status }, index) => (
              <li key={path}>
                <button
                  type="button"
                  aria-pressed={path === file?.path}
                  onClick={() => setShown(index)}
                >
                  {path}
                  <span>{t(`export.${status}`)}</span>
                </button>
              </li>
            ))}
          </ul>
          <pre role="region" tabIndex={0} aria-label={t('export.preview')}>
            {file?.content}
          </pre>
        </div>
      )}
    </Dialog>
  );
}

function summary(files: Previewed): string {
  const changed = files.filter(({ status }) => status !== 'unchanged').length;
  const all = t('count.files', { count: files.length });
  return changed === files.length ? all : t('export.toWrite', { files: all, changed });
}
