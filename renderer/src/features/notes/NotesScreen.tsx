import { useQuery } from '@tanstack/react-query';
import { Highlighter } from 'lucide-react';
import { useMemo } from 'react';
import { useTags } from '../annotations/NotesPanel.tsx';
import { queries } from '../../api/queries.ts';
import { closeScreen } from '../../state/view.ts';
import { errorText, t } from '../../text.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { groupNotes, notesIn, rowsOf } from './group-notes.ts';
import { setFilter, useNotesView } from './notes-state.ts';
import { NotesBar } from './NotesBar.tsx';
import { NotesFilters } from './NotesFilters.tsx';
import { NotesList } from './NotesList.tsx';
import styles from './notes.module.css';
import passages from './passages.module.css';
import { Provenance } from './Provenance.tsx';
import { useNotesCommands } from './use-notes-commands.ts';

/** The most that one list holds: as many as the contract gives at once. */
const MOST = 10_000;

/** While words are typed, in milliseconds. */
const PAUSE = 150;

/** All passages of the library in one list. */
export function NotesScreen() {
  const { filter: asked, below, group, sort, descending, chosen, lead } = useNotesView();
  const filter = useSettled(asked, PAUSE);
  const wanted = { filter: { ...filter, below }, sort, descending, limit: MOST };
  const found = useQuery(queries.notes(wanted));
  const tags = useQuery(queries.tags()).data?.tags;
  const byId = useTags();
  const notes = found.data?.notes;
  const onArticles = found.data?.articleNotes;
  const rows = useMemo(
    () => rowsOf(groupNotes(notes ?? [], group, byId, onArticles ?? []), group),
    [notes, onArticles, group, byId],
  );
  const of = JSON.stringify([wanted, group]);
  const selected = useMemo(
    () => notesIn(rows).filter(({ annotation }) => chosen.has(annotation.id)),
    [rows, chosen],
  );
  useNotesCommands(selected);
  const leading = rows.find(({ key }) => key === lead);
  const shown = leading?.kind === 'note' ? leading.note : selected[0];

  return (
    <Screen title={t('passages.title')} onClose={closeScreen}>
      <div className={styles['notes']}>
        <NotesFilters tags={tags ?? []} />
        <p className={passages['base']} role="status">
          {found.data === undefined
            ? found.error === null
              ? t('passages.loading')
              : ''
            : t('passages.found', {
                passages: formatCount(found.data.total),
                ofPassages: t('count.passages', { count: found.data.of.annotations }),
                articles: formatCount(found.data.articles),
                ofArticles: t('count.articles', { count: found.data.of.articles }),
              })}
          {found.data !== undefined && found.data.total > MOST
            ? ` ${t('passages.first', { count: MOST })}`
            : ''}
        </p>
        {found.error === null ? null : <p role="alert">{errorText(found.error)}</p>}
        {found.data?.of.annotations === 0 && onArticles?.length === 0 ? (
          <EmptyState icon={Highlighter} title={t('passages.empty')}>
            {t('passages.emptyHint')}
          </EmptyState>
        ) : found.data?.total === 0 && onArticles?.length === 0 ? (
          <EmptyState icon={Highlighter} title={t('passages.nothing')}>
            <p>{t('passages.nothingHint')}</p>
            <Button onClick={() => setFilter({})}>{t('passages.clear')}</Button>
          </EmptyState>
        ) : (
          <div className={styles['columns']}>
            {found.data === undefined ? (
              <div />
            ) : (
              <NotesList key={of} rows={rows} tags={byId} of={of} />
            )}
            {shown === undefined ? (
              <p className={styles['hint']}>{t('passages.chooseOne')}</p>
            ) : (
              <Provenance key={shown.annotation.id} note={shown} />
            )}
          </div>
        )}
        {selected.length === 0 ? null : <NotesBar notes={selected} />}
      </div>
    </Screen>
  );
}
