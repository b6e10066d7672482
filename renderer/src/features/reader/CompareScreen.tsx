import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ArticleVersion } from '../../../../main/shared/contract/versions.ts';
import { queries } from '../../api/queries.ts';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { closeScreen } from '../../state/view.ts';
import { errorText, t } from '../../text.ts';
import { formatTime } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { WordDiff } from '../../ui/WordDiff.tsx';
import styles from './compare.module.css';

/** What changed between two versions of an article, word by word. */
export function CompareScreen({ articleId }: { articleId: string }) {
  const found = useQuery(queries.versions(articleId));
  const versions = found.data?.versions ?? [];
  return (
    <Screen title={versions[0]?.title ?? t('compare.title')} onClose={closeScreen}>
      {found.error === null ? (
        <Comparison articleId={articleId} versions={versions} />
      ) : (
        <EmptyState icon={TriangleAlert} title={t('compare.failed')}>
          {errorText(found.error)}
        </EmptyState>
      )}
    </Screen>
  );
}

interface Props {
  articleId: string;
  /** Newest first. */
  versions: readonly ArticleVersion[];
}

function Comparison({ articleId, versions }: Props) {
  const [chosen, setChosen] = useState<{ before?: number; after?: number }>({});
  const after = chosen.after ?? versions[0]?.version ?? 1;
  const before = chosen.before ?? versions.find(({ version }) => version < after)?.version ?? after;
  const compared = useQuery({
    ...queries.compared(articleId, before, after),
    enabled: versions.length > 0,
  });
  const [whole, setWhole] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const segments = compared.data?.segments ?? [];
  const changes = segments.filter(
    ({ kind }, at) => kind !== 'same' && (segments[at - 1]?.kind ?? 'same') === 'same',
  ).length;

  const go = (step: 1 | -1) => {
    if (changes === 0) return;
    const next =
      place === 0 && step === -1 ? changes : ((place - 1 + step + changes) % changes) + 1;
    const change = text.current?.querySelectorAll<HTMLElement>('[data-change]')[next - 1];
    change?.scrollIntoView({ block: 'center' });
    change?.focus({ preventScroll: true });
    setPlace(next);
  };
  useCommands({ 'compare.next': () => go(1), 'compare.previous': () => go(-1) });
  const choose = (change: { before?: number; after?: number }) => {
    setChosen({ before, after, ...change });
    setPlace(0);
  };

  return (
    <div className={styles['compare']}>
      <div className={styles['bar']}>
        <VersionChoice
          label={t('compare.before')}
          versions={versions.filter(({ version }) => version < after)}
          value={before}
          onChoose={(version) => choose({ before: version })}
        />
        <VersionChoice
          label={t('compare.after')}
          versions={versions.filter(({ version }) => version > before)}
          value={after}
          onChoose={(version) => choose({ after: version })}
        />
        <span className={styles['counts']}>
          <span data-kind="removed">
            {t('compare.removed', { count: compared.data?.removed ?? 0 })}
          </span>
          <span data-kind="added">{t('compare.added', { count: compared.data?.added ?? 0 })}</span>
        </span>
        <label className={styles['whole']}>
          <input type="checkbox" checked={whole} onChange={() => setWhole(!whole)} />
          {t('compare.wholeText')}
        </label>
        <span className={styles['steps']}>
          <span aria-live="polite">
            {place === 0
              ? t('compare.changes', { count: changes })
              : t('compare.place', { place, count: changes })}
          </span>
          <IconButton
            label={t('compare.previous')}
            keys={shownKey('compare.previous') ?? undefined}
            icon={ChevronUp}
            onClick={() => runCommand('compare.previous')}
          />
          <IconButton
            label={t('compare.next')}
            keys={shownKey('compare.next') ?? undefined}
            icon={ChevronDown}
            onClick={() => runCommand('compare.next')}
          />
        </span>
      </div>
      <div ref={text} className={styles['text']} aria-busy={compared.isPending}>
        {compared.error !== null ? (
          <EmptyState icon={TriangleAlert} title={t('compare.failed')}>
            {errorText(compared.error)}
          </EmptyState>
        ) : compared.data !== undefined && changes === 0 ? (
          <p className={styles['same']}>{t('compare.same')}</p>
        ) : (
          <WordDiff key={`${before}-${after}`} segments={segments} whole={whole} />
        )}
      </div>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  versions: readonly ArticleVersion[];
  value: number;
  onChoose: (version: number) => void;
}

function VersionChoice({ label, versions, value, onChoose }: ChoiceProps) {
  return (
    <select
      className={styles['choice']}
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(Number(event.target.value))}
    >
      {versions.map(({ version, arrived, sourceName }) => (
        <option key={version} value={version}>
          {t('compare.versionFacts', {
            version,
            arrived: formatTime(arrived),
            source: sourceName ?? '',
          })}
        </option>
      ))}
    </select>
  );
}
