import { useQuery } from '@tanstack/react-query';
import { ListChecks, ListPlus, SearchX } from 'lucide-react';
import { useRef } from 'react';
import type { SearchHit } from '../../../../main/shared/contract.ts';
import type { TextRange } from '../../../../main/shared/entities.ts';
import { LecternError } from '../../../../main/shared/errors.ts';
import { queries, queryClient } from '../../api/queries.ts';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { useChosen } from '../../state/chosen.ts';
import { openArticle, openBehind } from '../../state/open-article.ts';
import { notifyFailure, useView } from '../../state/view.ts';
import { errorText, rich, t } from '../../text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { onOpenClick } from '../../ui/middle-click.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { BulkBar } from '../library/BulkBar.tsx';
import { fromMatch } from './from-match.ts';
import styles from './search.module.css';
import { useHitChoice } from './use-hit-choice.ts';

/** Typing comes to rest after this many milliseconds. */
const REST = 90;

export function SearchResults() {
  const query = useSettled(
    useView((view) => view.query),
    REST,
  );
  const found = useQuery(queries.search(query.trim()));
  const articleId = useView((view) => view.articleId);
  const list = useRef<HTMLDivElement>(null);
  const shown = found.error === null ? (found.data?.hits ?? []) : [];

  const open = (hit: SearchHit | undefined) => {
    if (hit !== undefined) openArticle(hit.articleId, { terms: hit.terms, offset: null });
  };
  const step = async (by: 1 | -1) => {
    // What is on the screen may still be the answer to fewer letters.
    const { hits: present } = await queryClient.fetchQuery(
      queries.search(useView.getState().query.trim()),
    );
    const at = present.findIndex((hit) => hit.articleId === articleId);
    // An article that was open before shows what was found in it only when it is come to.
    const stays = present[at] !== undefined && !showsMatches(present[at]);
    const next = at === -1 ? (by === 1 ? 0 : present.length - 1) : stays ? at : at + by;
    const hit = present[next];
    open(hit);
    if (hit !== undefined) {
      document.getElementById(`hit-${hit.articleId}`)?.scrollIntoView({ block: 'nearest' });
    }
  };
  useCommands({
    'list.next': () => step(1),
    'list.previous': () => step(-1),
    'list.openBehind': {
      run: () => openHitBehind(shown.find((hit) => hit.articleId === articleId)),
      when: () => shown.some((hit) => hit.articleId === articleId),
    },
    'list.open': { run: () => runCommand('go.reader'), when: () => articleId !== null },
    'go.list': () => list.current?.focus(),
  });

  const choice = useHitChoice(shown);
  const chosen = useChosen(({ ids }) => ids);
  const leadId = useChosen(({ lead }) => lead?.id) ?? articleId;

  const nothing = found.error === null && found.data?.total === 0 && !found.isPlaceholderData;
  return (
    <div className={styles['results']}>
      <div className={styles['summary']}>
        <p role="status">{found.error === null ? summary(found.data) : ''}</p>
        <IconButton
          label={t('search.selectAll')}
          icon={ListChecks}
          small
          disabled={shown.length === 0}
          onClick={() => {
            runCommand('list.selectAll');
            list.current?.focus();
          }}
        />
        <IconButton
          label={t('smart.save')}
          keys={shownKey('list.saveSmart') ?? undefined}
          icon={ListPlus}
          small
          onClick={() => runCommand('list.saveSmart')}
        />
      </div>
      {found.error === null ? null : <QueryProblem query={query} error={found.error} />}
      {nothing ? (
        <EmptyState icon={SearchX} title={t('search.nothing')}>
          {rich('search.advice', { begin: <code>begin*</code>, fuzzy: <code>word~1</code> })}
        </EmptyState>
      ) : null}
      <div
        ref={list}
        className={styles['hits']}
        role="listbox"
        aria-label={t('search.results')}
        aria-multiselectable
        tabIndex={0}
        data-scope="list"
        aria-activedescendant={
          shown.some((hit) => hit.articleId === leadId) ? `hit-${leadId}` : undefined
        }
        aria-busy={found.isFetching}
        onKeyDown={(event) => {
          if (choice.onKeyDown(event)) return event.preventDefault();
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          step(event.key === 'ArrowDown' ? 1 : -1).catch(notifyFailure);
        }}
      >
        {shown.map((hit, index) => (
          <HitRow
            key={hit.articleId}
            hit={hit}
            selected={chosen.size > 0 ? chosen.has(hit.articleId) : hit.articleId === articleId}
            onOpen={open}
            onChooseTo={() => choice.chooseTo(index)}
          />
        ))}
      </div>
      {chosen.size > 0 ? <BulkBar /> : null}
    </div>
  );
}

/** Whether the open article is shown with what this search found in it. */
function showsMatches({ articleId, terms }: SearchHit): boolean {
  const { tabs, tabAt } = useView.getState();
  const foundBy = tabs[tabAt]?.foundBy ?? null;
  return foundBy?.articleId === articleId && foundBy.terms.join(' ') === terms.join(' ');
}

function openHitBehind(hit: SearchHit | undefined): void {
  if (hit !== undefined) openBehind(hit.articleId, { terms: hit.terms, offset: null });
}

interface HitRowProps {
  hit: SearchHit;
  selected: boolean;
  onOpen: (hit: SearchHit) => void;
  /** All from where the last one was chosen to here. */
  onChooseTo: () => void;
}

function HitRow({ hit, selected, onOpen, onChooseTo }: HitRowProps) {
  return (
    <div
      id={`hit-${hit.articleId}`}
      role="option"
      aria-selected={selected}
      className={styles['hit']}
      {...onOpenClick(
        (event) => (event.shiftKey ? onChooseTo() : onOpen(hit)),
        () => openHitBehind(hit),
      )}
    >
      <div className={styles['hitTitle']} dir="auto">
        <Marked text={hit.title} ranges={hit.titleRanges} />
      </div>
      {hit.snippets.slice(0, 2).map((snippet) => (
        <p key={snippet.offset} className={styles['snippet']} dir="auto">
          <Marked {...fromMatch(snippet)} />
        </p>
      ))}
    </div>
  );
}

function summary(found: { total: number; pending: number } | undefined): string {
  if (found === undefined) return t('search.searching');
  const pending = found.pending > 0 ? ` · ${t('search.pending', { count: found.pending })}` : '';
  return `${t('search.found', { count: found.total })}${pending}`;
}

function Marked({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

function QueryProblem({ query, error }: { query: string; error: Error }) {
  const at = error instanceof LecternError ? error.details?.['start'] : undefined;
  const to = error instanceof LecternError ? error.details?.['end'] : undefined;
  return (
    <div className={styles['problem']} role="alert">
      <p>{errorText(error)}</p>
      {typeof at === 'number' && typeof to === 'number' ? (
        <p>
          <code>
            {query.trim().slice(0, at)}
            <mark>{query.trim().slice(at, Math.max(to, at + 1)) || ' '}</mark>
            {query.trim().slice(Math.max(to, at + 1))}
          </code>
        </p>
      ) : null}
    </div>
  );
}
