import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useDeferredValue, useEffect, useLayoutEffect, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { TakesCommands } from '../../commands/registry.ts';
import { makePresent, sidesOf } from '../../state/side-by-side.ts';
import { useView } from '../../state/view.ts';
import { errorText, rich, t } from '../../text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isPrinting } from '../shell/use-media-query.ts';
import { TabStrip } from '../tabs/TabStrip.tsx';
import { Reader } from './Reader.tsx';
import { readingWorker } from './reading-source.ts';
import styles from './reader-pane.module.css';
import { Beside, SideLinks } from './side-links.ts';

/** Pixels that two readers need to be readable beside each other; with less the pair is two tabs. */
const ROOM_FOR_TWO = 600;

/** The reader with its empty, loading and error states: one, or two beside each other. */
export function ReaderPane() {
  const tabs = useView((view) => view.tabs);
  const tabAt = useView((view) => view.tabAt);
  const pair = useView((view) => view.pair);
  const linked = useView((view) => view.linkedScroll);
  const [pane, setPane] = useState<HTMLElement | null>(null);
  const wide = useWidth(pane) >= ROOM_FOR_TWO;
  const [links] = useState(() => new SideLinks());
  useEffect(() => links.link(linked), [links, linked]);
  useEffect(() => void readingWorker(), []);
  const present = tabs[tabAt];
  if (present === undefined) return <NothingOpen />;
  const sides = wide ? sidesOf({ tabs, tabAt, pair }) : [present];
  return (
    <>
      <TabStrip />
      <div ref={setPane} className={styles['sides']}>
        {sides.map(({ id, articleId }, index) => (
          <TakesCommands key={index} value={id === present.id}>
            <div
              id={`open-${id}`}
              className={styles['open']}
              data-side={sides.length < 2 ? undefined : id === present.id ? 'present' : 'other'}
              {...(tabs.length > 1 ? { role: 'tabpanel', 'aria-labelledby': `tab-${id}` } : {})}
              onPointerDownCapture={() => {
                makePresent(id);
                links.lead(id);
              }}
              onFocusCapture={() => makePresent(id)}
              onKeyDownCapture={() => links.lead(id)}
              onWheelCapture={() => links.lead(id)}
            >
              <Beside value={sides.length < 2 ? null : links}>
                <OpenArticle id={articleId} tabId={id} />
              </Beside>
            </div>
          </TakesCommands>
        ))}
      </div>
    </>
  );
}

function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element === null) return;
    const measure = () => {
      if (!isPrinting()) setWidth(element.clientWidth);
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    return () => resized.disconnect();
  }, [element]);
  return width;
}

function NothingOpen() {
  return (
    <div className={styles['blank']}>
      <EmptyState icon={BookOpen} title={t('reader.choose')}>
        {rich('reader.hint', {
          next: <CommandKey id="list.next" />,
          previous: <CommandKey id="list.previous" />,
          search: <CommandKey id="search.focus" />,
          help: <CommandKey id="app.help" />,
        })}
      </EmptyState>
    </div>
  );
}

function OpenArticle({ id, tabId }: { id: string; tabId: number }) {
  const shownId = useDeferredValue(id);
  const shownTab = useDeferredValue(tabId);
  const found = useQuery(queries.article(shownId));
  if (found.error !== null) {
    return (
      <div className={styles['blank']} role="alert">
        <EmptyState icon={BookOpen} title={t('reader.cantShow')}>
          {errorText(found.error)}
        </EmptyState>
      </div>
    );
  }
  if (found.data === undefined) {
    return <div className={styles['blank']} aria-busy="true" />;
  }
  const { article, markdown } = found.data;
  return (
    <Reader
      key={`${shownTab} ${article.id} ${article.version} ${article.contentHash}`}
      article={article}
      tabId={shownTab}
      markdown={markdown}
    />
  );
}
