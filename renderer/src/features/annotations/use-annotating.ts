import { useRef } from 'react';
import type { Annotation, Article, TextRange } from '../../../../main/shared/entities.ts';
import type { HighlightColor } from '../../../../main/shared/highlight-colors.ts';
import { tidyRange } from '../../../../main/shared/text/whole-range.ts';
import { queries, queryClient } from '../../api/queries.ts';
import { useCommands } from '../../commands/registry.ts';
import { openField } from '../../commands/type-ahead.ts';
import { say, shortened } from '../../state/said.ts';
import { focusAnnotation, showPane, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { overlapping } from '../reader/lanes.ts';
import { changeSettings, currentSettings } from '../shell/settings.ts';
import {
  addTag,
  changeAnnotation,
  createHighlight,
  deleteAnnotation,
  inReadingOrder,
} from './actions.ts';
import { nameOfColor } from './color-name.ts';
import { inVivoName } from './in-vivo.ts';
import { quickTags } from './quick-tags.ts';
import { showQuickTags, useQuickTags } from './quick-tags-state.ts';

interface Options {
  article: Article;
  text: string;
  annotations: readonly Annotation[];
  /** What is selected now: a key may come before the last change of the selection was rendered. */
  selected: () => TextRange | null;
}

/** The commands on the selected passage or, without one, on the focused highlight. */
export function useAnnotating({ article, text, annotations, selected }: Options): void {
  const focusedId = useView((view) => view.annotationId);
  const focused = annotations.find(({ id }) => id === focusedId);

  /** The highlight being made: keys that come before it is there are meant for it. */
  const making = useRef<Promise<Annotation> | null>(null);

  const make = (color: HighlightColor): Promise<Annotation> | null => {
    const selection = selected();
    const range = selection === null ? null : tidyRange(text, selection);
    if (range === null || making.current !== null) return making.current;
    document.getSelection()?.removeAllRanges();
    making.current = createHighlight(article.id, range, color).finally(() => {
      making.current = null;
    });
    return making.current;
  };

  const highlight = async (color: HighlightColor) => {
    const made = await make(color);
    if (made !== null) focusAnnotation(made.id);
    else if (focused !== undefined)
      await changeAnnotation(focused, { color }, t('undo.changeColour'));
  };

  const edit = (what: 'note' | 'tags') =>
    openField(async () => {
      const annotation = (await make(firstColor())) ?? focused;
      if (annotation !== undefined) showField(annotation.id, what);
      return annotation !== undefined;
    });

  const noteOnArticle = () =>
    openField(async () => {
      // A highlight that is being made will be focused: this comes after it.
      await making.current;
      showField(null, 'note');
      return true;
    });

  /** The words become the tag, as they were said. */
  const tagInVivo = async () => {
    const annotation = (await make(firstColor())) ?? focused;
    if (annotation === undefined) return;
    focusAnnotation(annotation.id);
    await addTag(annotation, inVivoName(annotation.target.quote.exact));
  };

  const quickTag = async (index: number) => {
    showQuickTags(false);
    const { tags } = await queryClient.ensureQueryData(queries.tags());
    const tag = quickTags(tags, currentSettings().recentTags)[index];
    if (tag === undefined) return;
    const annotation = (await make(firstColor())) ?? focused;
    if (annotation === undefined) return;
    focusAnnotation(annotation.id);
    await addTag(annotation, tag.name);
  };

  const go = (by: 1 | -1) => {
    const ordered = inReadingOrder(annotations);
    const at = ordered.findIndex(({ id }) => id === focusedId);
    const next = at === -1 ? (by === 1 ? 0 : ordered.length - 1) : at + by;
    const annotation = ordered[(next + ordered.length) % Math.max(1, ordered.length)];
    if (annotation === undefined) return;
    focusAnnotation(annotation.id);
    sayAnnotation(annotation, ordered);
  };

  /** What overlaps the focused one, itself among it. */
  const here =
    focusedId === null
      ? []
      : overlapping(
          annotations.flatMap(({ id, anchor: { range } }) =>
            range === null ? [] : [{ id, range }],
          ),
          focusedId,
        );
  const cycle = () => {
    const at = focusedId === null ? -1 : here.indexOf(focusedId);
    const next = annotations.find(({ id }) => id === here[(at + 1) % here.length]);
    focusAnnotation(next?.id ?? null);
    if (next !== undefined) sayAnnotation(next, inReadingOrder(annotations));
  };

  const somethingChosen = () =>
    selected() !== null || focused !== undefined || making.current !== null;
  const inColor = (index: number) => ({
    run: () => {
      if (useQuickTags.getState().open) return quickTag(index);
      const color = colorOf(index);
      return color === undefined ? undefined : highlight(color);
    },
    when: () => somethingChosen() && (useQuickTags.getState().open || colorOf(index) !== undefined),
  });
  useCommands({
    'highlight.1': inColor(0),
    'highlight.2': inColor(1),
    'highlight.3': inColor(2),
    'highlight.4': inColor(3),
    'highlight.5': inColor(4),
    'highlight.6': inColor(5),
    'highlight.7': inColor(6),
    'highlight.8': inColor(7),
    'annotation.note': { run: () => edit('note'), when: somethingChosen },
    'annotation.tag': { run: () => edit('tags'), when: somethingChosen },
    'article.note': noteOnArticle,
    'annotation.quickTag': {
      run: () => showQuickTags(!useQuickTags.getState().open),
      when: somethingChosen,
    },
    'app.cancel': { run: () => showQuickTags(false), when: () => useQuickTags.getState().open },
    'annotation.tagInVivo': { run: tagInVivo, when: somethingChosen },
    'annotation.delete': {
      run: () => (focused === undefined ? undefined : deleteAnnotation(focused)),
      when: () => focused !== undefined,
    },
    'annotation.cycle': { run: () => cycle(), when: () => here.length > 1 },
    'annotation.next': { run: () => go(1), when: () => annotations.length > 0 },
    'annotation.previous': { run: () => go(-1), when: () => annotations.length > 0 },
  });
}

/** In the notes; without an annotation the note on the article as a whole. */
function showField(annotationId: string | null, what: 'note' | 'tags'): void {
  if (!currentSettings().notesOpen) changeSettings({ notesOpen: true });
  focusAnnotation(annotationId, what);
  showPane('notes');
}

/** The page shows which one it is by its colour alone. */
function sayAnnotation(annotation: Annotation, ordered: readonly Annotation[]): void {
  const { color, note, target } = annotation;
  const words = t('said.atHighlight', {
    place: ordered.indexOf(annotation) + 1,
    total: ordered.length,
    color: nameOfColor(color),
    quote: shortened(target.quote.exact),
  });
  say(note === '' ? words : `${words} ${t('said.itsNote', { note: shortened(note) })}`);
}

/** Of a key, as the user has ordered them. */
function colorOf(index: number): HighlightColor | undefined {
  return currentSettings().highlightColors[index]?.color;
}

function firstColor(): HighlightColor {
  return colorOf(0) ?? 'yellow';
}
