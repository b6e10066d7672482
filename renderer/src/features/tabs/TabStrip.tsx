import { useQuery } from '@tanstack/react-query';
import { Link2, Square, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { queries } from '../../api/queries.ts';
import { shownKey, withKey } from '../../commands/keymap.ts';
import { runCommand } from '../../commands/registry.ts';
import { closeOtherTabs, closeTab, moveTab, showTab } from '../../state/open-article.ts';
import { showBeside, sidesOf } from '../../state/side-by-side.ts';
import type { Tab } from '../../state/tab-row.ts';
import { useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { onMiddleClick } from '../../ui/middle-click.ts';
import { WithMenu, type MenuItem } from '../../ui/WithMenu.tsx';
import styles from './tabs.module.css';

const DRAGGED = 'application/x-lectern-tab';

/** The open articles; nothing is shown while there is one. */
export function TabStrip() {
  const tabs = useView((view) => view.tabs);
  const present = useView((view) => view.tabAt);
  const pair = useView((view) => view.pair);
  const sides = sidesOf({ tabs, tabAt: present, pair });
  const titles = useTitles(tabs);
  const strip = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<number | null>(null);
  const presentId = tabs[present]?.id;
  useEffect(() => {
    strip.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ inline: 'nearest' });
  }, [presentId, tabs.length]);

  const go = (index: number) => {
    showTab(index);
    strip.current?.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const last = tabs.length - 1;
    const targets: Record<string, number> = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target !== undefined) go(target);
    else if (event.key === 'Delete') {
      closeTab(index);
      // The focus goes on to the tab that is shown now.
      requestAnimationFrame(() =>
        strip.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
      );
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <p className="visually-hidden" role="status">
        {tabs.length > 1 ? t('tabs.open', { count: tabs.length }) : ''}
      </p>
      {tabs.length < 2 ? null : (
        <div className={styles['bar']}>
          <div
            ref={strip}
            className={styles['strip']}
            role="tablist"
            aria-label={t('tabs.label')}
            onDragLeave={() => setOver(null)}
          >
            {tabs.map((tab, index) => (
              <WithMenu key={tab.id} menu={menuOf(index, tabs.length, present)}>
                <button
                  type="button"
                  id={`tab-${tab.id}`}
                  className={styles['tab']}
                  role="tab"
                  aria-selected={index === present}
                  aria-controls={sides.includes(tab) ? `open-${tab.id}` : undefined}
                  data-side={(sides.length === 2 && sides.includes(tab)) || undefined}
                  aria-keyshortcuts="Delete"
                  tabIndex={index === present ? 0 : -1}
                  title={titles.get(tab.articleId)?.title}
                  data-over={over === index || undefined}
                  draggable
                  onClick={() => showTab(index)}
                  onKeyDown={(event) => onKeyDown(event, index)}
                  {...onMiddleClick(() => closeTab(index))}
                  onDragStart={(event) => {
                    event.dataTransfer.setData(DRAGGED, String(tab.id));
                    event.dataTransfer.effectAllowed = 'move';
                  }}
                  onDragOver={(event) => {
                    if (!event.dataTransfer.types.includes(DRAGGED)) return;
                    event.preventDefault();
                    setOver(index);
                  }}
                  onDragEnd={() => setOver(null)}
                  onDrop={(event) => {
                    setOver(null);
                    const from = tabs.findIndex(
                      ({ id }) => String(id) === event.dataTransfer.getData(DRAGGED),
                    );
                    if (from === -1) return;
                    event.preventDefault();
                    event.stopPropagation();
                    moveTab(from, index);
                  }}
                >
                  <span
                    className={styles['title']}
                    dir="auto"
                    lang={titles.get(tab.articleId)?.lang ?? undefined}
                  >
                    {titles.get(tab.articleId)?.title ?? ''}
                  </span>
                  {/* By keyboard it is Delete; a button inside a tab would have no role of its own. */}
                  <span
                    className={styles['close']}
                    title={
                      index === present ? withKey(t('tabs.close'), 'tab.close') : t('tabs.close')
                    }
                    aria-hidden
                    onClick={(event) => {
                      event.stopPropagation();
                      closeTab(index);
                    }}
                  >
                    <X size={13} />
                  </span>
                </button>
              </WithMenu>
            ))}
          </div>
          {sides.length === 2 ? <PairButtons /> : null}
        </div>
      )}
    </>
  );
}

/** What is done with two articles beside each other. */
function PairButtons() {
  const linked = useView((view) => view.linkedScroll);
  return (
    <div className={styles['actions']}>
      <IconButton
        label={t('tabs.link')}
        keys={shownKey('tab.linkScroll') ?? undefined}
        icon={Link2}
        small
        pressed={linked}
        onClick={() => runCommand('tab.linkScroll')}
      />
      <IconButton
        label={t('tabs.alone')}
        keys={shownKey('tab.beside') ?? undefined}
        icon={Square}
        small
        onClick={() => runCommand('tab.beside')}
      />
    </div>
  );
}

function menuOf(index: number, count: number, present: number): MenuItem[] {
  return [
    ...(index === present ? [] : [{ label: t('tabs.beside'), run: () => showBeside(index) }]),
    { label: t('tabs.close'), run: () => closeTab(index) },
    { label: t('tabs.closeOthers'), run: () => closeOtherTabs(index) },
    ...(index > 0 ? [{ label: t('tabs.moveLeft'), run: () => moveTab(index, index - 1) }] : []),
    ...(index < count - 1
      ? [{ label: t('tabs.moveRight'), run: () => moveTab(index, index + 1) }]
      : []),
  ];
}

interface Title {
  title: string;
  lang: string | null;
}

function useTitles(tabs: readonly Tab[]): ReadonlyMap<string, Title> {
  const ids = [...new Set(tabs.map(({ articleId }) => articleId))].toSorted();
  const found = useQuery({ ...queries.named(ids), enabled: ids.length > 1 });
  const known = found.data?.articles ?? [];
  const titles = new Map<string, Title>(known.map(({ id, title, lang }) => [id, { title, lang }]));
  if (found.isPlaceholderData || found.isPending) return titles;
  for (const id of ids) {
    if (!titles.has(id)) titles.set(id, { title: t('tabs.missing'), lang: null });
  }
  return titles;
}
