import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { Tag } from '../../../../main/shared/entities.ts';
import { isMac } from '../../commands/keymap.ts';
import { openArticle } from '../../state/open-article.ts';
import { t } from '../../text.ts';
import { formatPublished } from '../../ui/dates.ts';
import { LinksAreStations } from '../annotations/NoteText.tsx';
import { useLeaving, useWhereLeft } from './coming-back.ts';
import type { Grouping, HeadingRow, Row } from './group-notes.ts';
import { jumpToNote } from './jump.ts';
import { useNotesView } from './notes-state.ts';
import { Passage } from './Passage.tsx';
import { WholeArticle } from './WholeArticle.tsx';
import styles from './notes.module.css';

interface Props {
  rows: readonly Row[];
  tags: ReadonlyMap<string, Tag>;
  /** What the list is of: it is mounted anew for each. */
  of: string;
}

/** The passages under their headings: arrows move, Shift and Mod choose several, Enter goes there. */
export function NotesList({ rows, tags, of }: Props) {
  const { lead, chosen, group } = useNotesView();
  const list = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? 40 : 110),
    overscan: 6,
    getItemKey: (index) => rows[index]?.key ?? index,
    ...useWhereLeft('notes', of),
  });
  useLeaving('notes', of, virtualizer);
  const at = rows.findIndex(({ key }) => key === lead);

  const pick = (index: number, { shift, mod }: { shift: boolean; mod: boolean }) => {
    const row = rows[index];
    if (row?.kind === 'articleNote') {
      useNotesView.setState({ chosen: new Set(), lead: row.key, anchor: null });
      virtualizer.scrollToIndex(index);
    }
    if (row?.kind !== 'note') return;
    const { anchor } = useNotesView.getState();
    const from = rows.findIndex(({ key }) => key === anchor);
    const { id } = row.note.annotation;
    if (shift && from !== -1) {
      const range = rows.slice(Math.min(from, index), Math.max(from, index) + 1);
      useNotesView.setState({ chosen: idsOf(range), lead: row.key });
    } else if (mod) {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      useNotesView.setState({ chosen: next, lead: row.key, anchor: row.key });
    } else {
      useNotesView.setState({ chosen: new Set([id]), lead: row.key, anchor: row.key });
    }
    virtualizer.scrollToIndex(index);
  };
  const go = (index: number) => {
    const row = rows[index];
    if (row?.kind === 'note') jumpToNote(row.note, { name: 'notes' });
    else if (row?.kind === 'articleNote') openArticle(row.note.article.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Links in notes answer for themselves.
    if (event.target !== event.currentTarget) return;
    const mod = isMac ? event.metaKey : event.ctrlKey;
    const move = (start: number, way: 1 | -1) => () =>
      pick(nextNote(rows, start, way), { shift: event.shiftKey, mod: false });
    const actions: Record<string, (() => void) | undefined> = mod
      ? { a: () => useNotesView.setState({ chosen: idsOf(rows) }) }
      : {
          ArrowDown: move(at + 1, 1),
          ArrowUp: move(at === -1 ? 0 : at - 1, -1),
          Home: move(0, 1),
          End: move(rows.length - 1, -1),
          PageDown: move(Math.min(at + 5, rows.length - 1), 1),
          PageUp: move(Math.max(at - 5, 1), -1),
          Enter: () => go(at),
          ' ': () => pick(at, { shift: false, mod: true }),
        };
    const act = actions[event.key];
    if (act === undefined || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onClick = (event: MouseEvent, index: number) =>
    pick(index, { shift: event.shiftKey, mod: isMac ? event.metaKey : event.ctrlKey });

  return (
    <div
      ref={list}
      className={styles['list']}
      role="grid"
      aria-label={t('passages.list')}
      aria-multiselectable
      aria-activedescendant={at === -1 ? undefined : `note-row-${at}`}
      tabIndex={0}
      data-autofocus
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ blockSize: `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const place = {
            'data-index': index,
            ref: virtualizer.measureElement,
            style: { transform: `translateY(${start}px)` },
          };
          return row.kind === 'heading' ? (
            <div key={key} {...place} role="presentation" className={styles['heading']}>
              <span dir="auto">{headingOf(row, group, tags)}</span>
              <span>{t('count.passages', { count: row.group.notes.length })}</span>
            </div>
          ) : row.kind === 'articleNote' ? (
            <div
              key={key}
              {...place}
              id={`note-row-${index}`}
              role="row"
              aria-selected={false}
              data-lead={row.key === lead || undefined}
              className={styles['row']}
              onClick={(event) => onClick(event, index)}
              onDoubleClick={() => go(index)}
            >
              <Cell isLead={row.key === lead}>
                <WholeArticle note={row.note} />
              </Cell>
            </div>
          ) : (
            <div
              key={key}
              {...place}
              id={`note-row-${index}`}
              role="row"
              aria-selected={chosen.has(row.note.annotation.id)}
              data-lead={row.key === lead || undefined}
              className={styles['row']}
              onClick={(event) => onClick(event, index)}
              onDoubleClick={() => go(index)}
            >
              <Cell isLead={row.key === lead}>
                <Passage note={row.note} tags={tags} />
              </Cell>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Only in the row that one is at does the Tab key stop at links. */
function Cell({ isLead, children }: { isLead: boolean; children: ReactNode }) {
  return (
    <div role="gridcell">
      <LinksAreStations value={isLead}>{children}</LinksAreStations>
    </div>
  );
}

function idsOf(rows: Props['rows']): Set<string> {
  return new Set(rows.flatMap((row) => (row.kind === 'note' ? [row.note.annotation.id] : [])));
}

/** The first note from here on, or -1. */
function nextNote(rows: Props['rows'], start: number, way: 1 | -1): number {
  for (let index = start; index >= 0 && index < rows.length; index += way) {
    const kind = rows[index]?.kind;
    if (kind === 'note' || kind === 'articleNote') return index;
  }
  return -1;
}

function headingOf(
  { group: { key, notes, onArticles } }: HeadingRow,
  grouping: Grouping,
  tags: Props['tags'],
): string {
  if (grouping === 'article') return (notes[0] ?? onArticles[0])?.article.title ?? key;
  if (grouping === 'date') return formatPublished(key);
  return key === '' ? t('passages.untagged') : (tags.get(key)?.name ?? key);
}
