import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReviewItem } from '../../../../main/shared/contract/annotations.ts';
import { queries } from '../../api/queries.ts';
import { useCommands } from '../../commands/registry.ts';
import { closeScreen, notifyFailure } from '../../state/view.ts';
import { errorText, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { acceptAnnotations } from './actions.ts';
import { keepOrphan, startReattaching } from './tray-actions.ts';
import { TrayCard } from './TrayCard.tsx';
import styles from './tray.module.css';

const NONE: ReviewItem[] = [];
const NO_IDS: string[] = [];

/** What moved by a guess or lost its passage when its text changed, then and now. */
export function TrayScreen() {
  const found = useQuery(queries.review());
  const items = found.data?.items ?? NONE;
  const total = found.data?.total ?? 0;
  const [chosenAt, setChosenAt] = useState(0);
  const at = Math.min(chosenAt, Math.max(0, items.length - 1));
  const chosen = items[at];
  const list = useRef<HTMLOListElement>(null);
  const chosenId = chosen?.annotation.id;
  useEffect(() => {
    list.current?.children[at]?.querySelector<HTMLElement>('[tabindex]')?.focus();
  }, [at, chosenId]);

  // Of all that wait, not only of those that are shown.
  const sure = found.data?.sure ?? NO_IDS;
  const acceptSure = () => acceptAnnotations(sure);
  const accept = () =>
    chosen === undefined ? undefined : acceptAnnotations([chosen.annotation.id]);
  const orphan = () => (chosen === undefined ? undefined : keepOrphan(chosen.annotation));
  const other = () => (chosen === undefined ? undefined : startReattaching(chosen.annotation));
  useCommands({
    'tray.next': () => setChosenAt(Math.min(items.length - 1, at + 1)),
    'tray.previous': () => setChosenAt(Math.max(0, at - 1)),
    'tray.accept': { run: accept, when: () => chosen !== undefined && chosen.now !== null },
    'tray.reattach': { run: other, when: () => chosen !== undefined },
    'tray.keepOrphan': { run: orphan, when: () => chosen !== undefined },
    'tray.acceptSure': { run: acceptSure, when: () => sure.length > 0 },
  });

  return (
    <Screen
      title={t('tray.title')}
      onClose={closeScreen}
      scope="tray"
      actions={
        sure.length > 0 ? (
          <Button onClick={() => void acceptSure().catch(notifyFailure)}>
            {t('tray.acceptSure', { count: sure.length })}
          </Button>
        ) : null
      }
    >
      {found.error !== null ? (
        <p className={styles['failed']} role="alert">
          {errorText(found.error)}
        </p>
      ) : found.data !== undefined && items.length === 0 ? (
        <EmptyState icon={CircleCheck} title={t('tray.none')}>
          {t('tray.noneHint')}
        </EmptyState>
      ) : (
        <div className={styles['tray']} aria-busy={found.isPending}>
          {items.length === 0 ? null : <p className={styles['lead']}>{t('tray.lead')}</p>}
          <ol ref={list} aria-label={t('tray.title')}>
            {items.map((item, index) => (
              <TrayCard
                key={item.annotation.id}
                item={item}
                chosen={index === at}
                onChoose={() => setChosenAt(index)}
              />
            ))}
          </ol>
          {total > items.length ? (
            <p className={styles['lead']}>{t('tray.more', { count: total - items.length })}</p>
          ) : null}
        </div>
      )}
    </Screen>
  );
}
