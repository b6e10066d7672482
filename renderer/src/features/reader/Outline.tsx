import { useQuery } from '@tanstack/react-query';
import { List } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { Article } from '../../../../main/shared/entities.ts';
import { queries } from '../../api/queries.ts';
import { shownKey } from '../../commands/keymap.ts';
import { useCommands } from '../../commands/registry.ts';
import { openArticle, openBehind } from '../../state/open-article.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { onOpenClick } from '../../ui/middle-click.ts';
import type { ArticlePage } from './article-page.ts';
import styles from './outline.module.css';
import { sectionAt, type Section } from './outline.ts';
import type { ReadingPlace } from './use-reading-position.ts';

interface Props {
  article: Article;
  sections: readonly Section[];
  page: ArticlePage | null;
  place: StoreApi<ReadingPlace>;
}

/** The sections of an article and the articles it has inside it, to go to. */
export function Outline({ article, sections, page, place }: Props) {
  const [open, setOpen] = useState(false);
  const family = useQuery(queries.family(article.id)).data;
  const parts = family?.parts ?? [];
  const parent = family?.parent ?? null;
  const empty = sections.length === 0 && parts.length === 0 && parent === null;
  useCommands({ 'article.outline': { run: () => setOpen(true), when: () => !empty } });

  const goTo = (offset: number) => {
    setOpen(false);
    page?.goTo(offset);
  };
  const goToArticle = (id: string) => {
    setOpen(false);
    openArticle(id);
  };

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton
          label={t('reader.outline')}
          keys={shownKey('article.outline') ?? undefined}
          icon={List}
          disabled={empty}
        />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['outline']}
          align="end"
          sideOffset={6}
          aria-label={t('reader.outline')}
          // After a choice, the place in the article has the focus.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            page?.page.focus({ preventScroll: true });
          }}
        >
          {parent === null ? null : (
            <>
              <h2>{t('reader.partOf')}</h2>
              <button
                type="button"
                lang={parent.lang ?? ''}
                {...onOpenClick(
                  () => goToArticle(parent.id),
                  () => openBehind(parent.id),
                )}
              >
                {parent.title}
              </button>
            </>
          )}
          {sections.length === 0 ? null : (
            <Sections sections={sections} place={place} onPick={goTo} />
          )}
          {parts.length === 0 ? null : (
            <>
              <h2>{t('reader.reprints')}</h2>
              {parts.map((part) => (
                <button
                  key={part.id}
                  type="button"
                  lang={part.lang ?? ''}
                  dir="auto"
                  {...onOpenClick(
                    () => goToArticle(part.id),
                    () => openBehind(part.id),
                  )}
                >
                  {part.title}
                </button>
              ))}
            </>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface SectionsProps {
  sections: readonly Section[];
  place: StoreApi<ReadingPlace>;
  onPick: (offset: number) => void;
}

function Sections({ sections, place, onPick }: SectionsProps) {
  const present = useStore(place, ({ start }) => sectionAt(sections, start + 1));
  return (
    <ol>
      {sections.map(({ offset, title, level }, index) => (
        <li key={offset}>
          <button
            type="button"
            dir="auto"
            aria-current={index === present ? 'location' : undefined}
            style={{ paddingInlineStart: `${8 + (level - 1) * 14}px` }}
            // Scrolled to, where the list is long.
            ref={index === present ? scrollIntoList : undefined}
            onClick={() => onPick(offset)}
          >
            {title}
          </button>
        </li>
      ))}
    </ol>
  );
}

function scrollIntoList(button: HTMLButtonElement | null): void {
  button?.scrollIntoView({ block: 'nearest' });
}
