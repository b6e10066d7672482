import { useQuery } from '@tanstack/react-query';
import {
  ArrowLeft,
  FileUp,
  Menu,
  MessageSquareText,
  NotebookPen,
  PanelLeft,
  Settings2,
} from 'lucide-react';
import { useEffect } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { queries } from '../../api/queries.ts';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand } from '../../commands/registry.ts';
import { showPane, useView, type Pane } from '../../state/view.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { NotesPanel } from '../annotations/NotesPanel.tsx';
import { ArticleList } from '../library/ArticleList.tsx';
import { Places } from '../library/Places.tsx';
import { useLibraryCommands } from '../library/use-library-commands.ts';
import { ReaderPane } from '../reader/ReaderPane.tsx';
import { SearchBox } from '../search/SearchBox.tsx';
import { SearchResults } from '../search/SearchResults.tsx';
import { changeSettings, currentSettings, useSettings } from './settings.ts';
import styles from './shell.module.css';
import { useMediaQuery } from './use-media-query.ts';

/** Room for places, list and reader beside each other; for the notes as well. */
const WIDE = '(min-width: 1000px)';
const WIDEST = '(min-width: 1440px)';
/** Below this only one pane is shown at a time. */
const NARROW = '(max-width: 719px)';

export function Workspace() {
  useLibraryCommands();
  const narrow = useMediaQuery(NARROW);
  const focusMode = useView((view) => view.focusMode);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-focus', focusMode);
    return () => document.documentElement.removeAttribute('data-focus');
  }, [focusMode]);
  return narrow ? <OnePane /> : <ManyPanes />;
}

function ManyPanes() {
  const { placesOpen, notesOpen, panes } = useSettings();
  const wide = useMediaQuery(WIDE);
  const widest = useMediaQuery(WIDEST);
  const articleId = useView((view) => view.articleId);
  const shown = {
    places: placesOpen && (widest || (wide && !notesOpen)),
    notes: notesOpen && articleId !== null,
  };
  const size = (pane: string, pixels: number) =>
    panes[pane] === undefined ? pixels : `${panes[pane]}%`;

  return (
    <Group
      // A new set of panes gets a new layout.
      key={`${shown.places}-${shown.notes}`}
      className={styles['panes']}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) changeSettings({ panes: { ...currentSettings().panes, ...layout } });
      }}
    >
      {shown.places ? (
        <>
          <Panel
            id="places"
            defaultSize={size('places', 216)}
            minSize={160}
            maxSize={340}
            groupResizeBehavior="preserve-pixel-size"
          >
            <PlacesPane />
          </Panel>
          <Separator className={styles['separator']} aria-label={t('shell.resizePlaces')} />
        </>
      ) : null}
      <Panel
        id="list"
        defaultSize={size('list', wide ? 348 : shown.notes ? 250 : 300)}
        minSize={250}
        maxSize={560}
        groupResizeBehavior="preserve-pixel-size"
      >
        <ListPane />
      </Panel>
      <Separator className={styles['separator']} aria-label={t('shell.resizeList')} />
      <Panel id="reader" minSize={300}>
        <main className={styles['readerPane']}>
          <ReaderPane />
        </main>
      </Panel>
      {shown.notes && articleId !== null ? (
        <>
          <Separator className={styles['separator']} aria-label={t('shell.resizeNotes')} />
          <Panel
            id="notes"
            defaultSize={size('notes', wide ? 316 : 236)}
            minSize={220}
            maxSize={520}
            groupResizeBehavior="preserve-pixel-size"
          >
            <NotesPanel articleId={articleId} />
          </Panel>
        </>
      ) : null}
    </Group>
  );
}

function OnePane() {
  const pane = useView((view) => view.pane);
  const articleId = useView((view) => view.articleId);
  const shown: Pane = articleId === null && pane !== 'places' ? 'list' : pane;
  return (
    <div className={styles['onePane']}>
      <nav className={styles['paneBar']} aria-label={t('shell.panes')}>
        {shown === 'list' ? (
          <IconButton label={t('shell.places')} icon={Menu} onClick={() => showPane('places')} />
        ) : (
          <IconButton
            label={t('shell.backToList')}
            icon={ArrowLeft}
            onClick={() => showPane(shown === 'notes' ? 'reader' : 'list')}
          />
        )}
        <span className={styles['spring']} />
        {shown === 'reader' ? (
          <IconButton
            label={t('shell.notes')}
            icon={MessageSquareText}
            onClick={() => showPane('notes')}
          />
        ) : null}
      </nav>
      {/* Hidden panes stay: their commands work from everywhere. */}
      <div className={styles['onlyPane']}>
        <div hidden={shown !== 'places'}>
          <PlacesPane />
        </div>
        <div hidden={shown !== 'list'}>
          <ListPane />
        </div>
        <main className={styles['readerPane']} hidden={shown !== 'reader'}>
          <ReaderPane />
        </main>
        {articleId === null ? null : (
          <div hidden={shown !== 'notes'}>
            <NotesPanel articleId={articleId} />
          </div>
        )}
      </div>
    </div>
  );
}

function PlacesPane() {
  return (
    <div className={styles['placesPane']}>
      <div className={styles['brand']}>
        <span>{t('app.name')}</span>
        <IconButton
          label={t('shell.importFiles')}
          keys={shownKey('import.files') ?? undefined}
          icon={FileUp}
          onClick={() => runCommand('import.files')}
        />
      </div>
      <Places />
      <div className={styles['placesFoot']}>
        <IconButton
          label={t('shell.exportNotes')}
          keys={shownKey('export.notes') ?? undefined}
          icon={NotebookPen}
          onClick={() => runCommand('export.notes')}
        />
        <IconButton
          label={t('shell.settings')}
          keys={shownKey('app.settings') ?? undefined}
          icon={Settings2}
          onClick={() => runCommand('app.settings')}
        />
      </div>
    </div>
  );
}

function ListPane() {
  const query = useView((view) => view.query);
  const title = useListTitle();
  const { placesOpen } = useSettings();
  const narrow = useMediaQuery(NARROW);
  return (
    <section className={styles['listPane']} aria-label={t('shell.articles')}>
      <div className={styles['listTop']}>
        {narrow ? null : (
          <IconButton
            label={t('shell.places')}
            keys={shownKey('view.togglePlaces') ?? undefined}
            icon={PanelLeft}
            pressed={placesOpen}
            onClick={() => runCommand('view.togglePlaces')}
          />
        )}
        <SearchBox onLeave={() => runCommand('go.list')} />
      </div>
      {query.trim() === '' ? <ArticleList title={title} /> : <SearchResults />}
    </section>
  );
}

function useListTitle(): string {
  const list = useView((view) => view.list);
  const smartListId = useView((view) => view.smartListId);
  const smartLists = useQuery(queries.smartLists()).data?.smartLists ?? [];
  const sources = useQuery(queries.overview()).data?.sources ?? [];
  const tags = useQuery(queries.tags()).data?.tags ?? [];
  const collections = useQuery(queries.collections()).data?.collections ?? [];
  const smart = smartLists.find(({ id }) => id === smartListId);
  if (smart !== undefined) return smart.name;
  if (list.sourceId !== undefined)
    return sources.find(({ id }) => id === list.sourceId)?.name ?? t('shell.source');
  if (list.collectionId !== undefined)
    return collections.find(({ id }) => id === list.collectionId)?.name ?? t('collections.title');
  if (list.tagId !== undefined)
    return tags.find(({ id }) => id === list.tagId)?.name ?? t('shell.tag');
  return t(`place.${list.place}`);
}
