import { ArrowLeft, ArrowRight, PanelRight, Type } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useEffectEvent, useState } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { Article } from '../../../../main/shared/entities.ts';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand } from '../../commands/registry.ts';
import { notifyFailure, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSettings } from '../shell/settings.ts';
import { setState } from './article-actions.ts';
import type { ArticlePage } from './article-page.ts';
import { Outline } from './Outline.tsx';
import type { Section } from './outline.ts';
import styles from './reader-bar.module.css';
import { TextSettings } from './TextSettings.tsx';
import type { ReadingPlace } from './use-reading-position.ts';

/** Having read this much of an article means having begun it. */
const BEGUN = 0.03;

interface Props {
  article: Article;
  sections: readonly Section[];
  page: ArticlePage | null;
  place: StoreApi<ReadingPlace>;
}

export function ReaderBar({ article, sections, page, place }: Props) {
  const back = useView((view) => (view.tabs[view.tabAt]?.back.length ?? 0) > 0);
  const forward = useView((view) => (view.tabs[view.tabAt]?.forward.length ?? 0) > 0);
  const { notesOpen } = useSettings();
  const [start] = useState(() => place.getState().fraction);
  const moved = useStore(place, ({ fraction }) => fraction - start > BEGUN);
  const begun = moved && article.state === 'inbox';
  const begin = useEffectEvent(() => void setState(article, 'reading').catch(notifyFailure));
  useEffect(() => {
    if (begun) begin();
  }, [begun]);

  return (
    <header className={styles['bar']}>
      <IconButton
        label={t('reader.back')}
        keys={shownKey('go.back') ?? undefined}
        icon={ArrowLeft}
        disabled={!back}
        onClick={() => runCommand('go.back')}
      />
      <IconButton
        label={t('reader.forward')}
        keys={shownKey('go.forward') ?? undefined}
        icon={ArrowRight}
        disabled={!forward}
        onClick={() => runCommand('go.forward')}
      />
      <BarTitle title={article.title} place={place} />
      <Outline article={article} sections={sections} page={page} place={place} />
      <Popover.Root>
        <Popover.Trigger asChild>
          <IconButton label={t('reader.appearance')} icon={Type} />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className={styles['popover']}
            align="end"
            sideOffset={6}
            aria-label={t('reader.appearance')}
          >
            <TextSettings />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <IconButton
        label={t('reader.notes')}
        keys={shownKey('view.toggleNotes') ?? undefined}
        icon={PanelRight}
        pressed={notesOpen}
        onClick={() => runCommand('view.toggleNotes')}
      />
      <Progress place={place} />
    </header>
  );
}

// Of scrolling only these two take notice, in every frame.

function BarTitle({ title, place }: { title: string; place: Props['place'] }) {
  const shown = useStore(place, ({ fraction }) => fraction > 0.02);
  return (
    <p className={styles['barTitle']} data-shown={shown || undefined} aria-hidden>
      {title}
    </p>
  );
}

function Progress({ place }: { place: Props['place'] }) {
  const progress = useStore(place, ({ fraction }) => fraction);
  return (
    <div
      className={styles['progress']}
      role="progressbar"
      aria-label={t('reader.progress')}
      aria-valuenow={Math.round(progress * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      style={{ transform: `scaleX(${progress})` }}
    />
  );
}
