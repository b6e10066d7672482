import { MessageSquare, Tag, Trash2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Annotation, TextRange } from '../../../../main/shared/entities.ts';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { ColorPicker } from '../../ui/ColorPicker.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { QuickTags } from '../annotations/QuickTags.tsx';
import { useQuickTags } from '../annotations/quick-tags-state.ts';
import { currentSettings } from '../shell/settings.ts';
import type { ArticlePage } from './article-page.ts';
import { HIGHLIGHT_COMMANDS } from './highlight-commands.ts';
import { toDomRange } from './offsets.ts';
import styles from './selection-bar.module.css';

const GAP = 10;

interface Props {
  selection: TextRange | null;
  annotations: readonly Annotation[];
  page: ArticlePage;
}

/** Colours, note and tag beside the selected passage or the highlight that was clicked. */
export function SelectionBar({ selection, annotations, page }: Props) {
  const focusedId = useView((view) => view.annotationId);
  const editing = useView((view) => view.editing);
  const focused = annotations.find(({ id }) => id === focusedId);
  const target = selection ?? (editing === null ? (focused?.anchor.range ?? null) : null);
  const start = target?.start ?? null;
  const end = target?.end ?? null;
  const quick = useQuickTags(({ open }) => open);
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useCommands({
    'annotation.toolbar': {
      run: () => bar.current?.querySelector('button')?.focus(),
      when: () => target !== null,
    },
  });

  useLayoutEffect(() => {
    const scroller = page.page;
    if (start === null || end === null) {
      setPlace(null);
      return;
    }
    const move = () => setPlace(placeFor(scroller, bar.current, toDomRange(page, { start, end })));
    move();
    scroller.addEventListener('scroll', move, { passive: true });
    const resized = new ResizeObserver(move);
    resized.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', move);
      resized.disconnect();
    };
  }, [start, end, page]);

  if (target === null) return null;
  return (
    <div
      ref={bar}
      className={styles['selectionBar']}
      role="toolbar"
      aria-label={t('notes.toolbar')}
      style={place === null ? { visibility: 'hidden' } : { left: place.left, top: place.top }}
      // A press on the bar must not take the selection away.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') page.page.focus();
        else if (event.key === 'ArrowRight') focusButton(event, 1);
        else if (event.key === 'ArrowLeft') focusButton(event, -1);
      }}
    >
      <ColorPicker
        value={selection === null ? (focused?.color ?? null) : null}
        onPick={(color) => {
          const command =
            HIGHLIGHT_COMMANDS[
              currentSettings().highlightColors.findIndex((choice) => choice.color === color)
            ];
          if (command !== undefined) runCommand(command);
        }}
      />
      <span className={styles['barRule']} />
      <IconButton
        label={t('notes.note')}
        keys={shownKey('annotation.note') ?? undefined}
        icon={MessageSquare}
        onClick={() => runCommand('annotation.note')}
      />
      <IconButton
        label={t('notes.tag')}
        keys={shownKey('annotation.tag') ?? undefined}
        icon={Tag}
        onClick={() => runCommand('annotation.tag')}
      />
      {selection === null ? (
        <IconButton
          label={t('notes.remove')}
          keys={shownKey('annotation.delete') ?? undefined}
          icon={Trash2}
          onClick={() => runCommand('annotation.delete')}
        />
      ) : null}
      {quick ? (
        <QuickTags above={place !== null && place.top > page.page.clientHeight / 2} />
      ) : null}
    </div>
  );
}

/** Goes round, as in every toolbar. */
function focusButton(event: KeyboardEvent<HTMLElement>, by: 1 | -1): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons.at((at + by) % buttons.length)?.focus();
  event.preventDefault();
}

/** Above the passage where there is room, else below; null when it is out of sight. */
function placeFor(
  page: HTMLElement,
  bar: HTMLElement | null,
  range: Range | null,
): { left: number; top: number } | null {
  const rects = [...(range?.getClientRects() ?? [])].filter(({ width }) => width > 0);
  const first = rects[0];
  const last = rects.at(-1);
  const view = page.getBoundingClientRect();
  const host = page.parentElement?.getBoundingClientRect() ?? view;
  if (bar === null || first === undefined || last === undefined) return null;
  if (last.bottom < view.top || first.top > view.bottom) return null;
  const { offsetWidth: width, offsetHeight: height } = bar;
  const above = first.top - height - GAP;
  const below = Math.min(last.bottom + GAP, view.bottom - height - GAP);
  const top = above > view.top + 4 ? above : below;
  const center =
    first.top === last.top ? (first.left + last.right) / 2 : (first.left + first.right) / 2;
  const left = Math.max(view.left + 8, Math.min(center - width / 2, view.right - width - 16));
  return { left: left - host.left, top: top - host.top };
}
