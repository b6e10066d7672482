import { useEffect, useRef } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { Annotation, TextRange } from '../../../../main/shared/entities.ts';
import { t } from '../../text.ts';
import { useSettings } from '../shell/settings.ts';
import { useMediaQuery } from '../shell/use-media-query.ts';
import type { ArticlePage } from './article-page.ts';
import styles from './article-map.module.css';
import { drawMap } from './draw-map.ts';
import { sectionAt, type Section } from './outline.ts';
import type { ReadingPlace } from './use-reading-position.ts';

interface Props {
  page: ArticlePage;
  place: StoreApi<ReadingPlace>;
  /** Of the reading text, in UTF-16 code units. */
  length: number;
  annotations: readonly Annotation[];
  matches: readonly TextRange[];
  sections: readonly Section[];
}

/** Less of an article than this part out of sight needs no map. */
const WORTH_IT = 0.4;

/** The whole article at the edge, with what is marked in it; a slider to the hand and the keyboard. */
export function ArticleMap({ page, place, length, annotations, matches, sections }: Props) {
  const { start, end } = useStore(place);
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { theme, highlightColors } = useSettings();
  const dark = useMediaQuery('(prefers-color-scheme: dark)');
  const useful = length > 0 && (end - start) / length < WORTH_IT;

  useEffect(() => {
    const element = canvas.current;
    if (!useful || element === null) return;
    // After the theme's attribute is set, which the colours hang on.
    const draw = () =>
      requestAnimationFrame(() => drawMap(element, { length, annotations, matches, sections }));
    const resized = new ResizeObserver(draw);
    resized.observe(element);
    return () => resized.disconnect();
  }, [useful, length, annotations, matches, sections, theme, dark, highlightColors]);

  if (!useful) return null;
  const percent = Math.round((start / length) * 100);
  const section = sections[sectionAt(sections, start + 1)]?.title;
  const size = end - start;
  const goTo = (offset: number) => page.goTo(Math.round(Math.min(length - 1, Math.max(0, offset))));
  const goToPointer = (event: React.PointerEvent) => {
    const rect = box.current?.getBoundingClientRect();
    if (rect === undefined) return;
    goTo(((event.clientY - rect.top) / rect.height) * length - size / 2);
  };

  return (
    <div
      ref={box}
      className={styles['map']}
      role="slider"
      tabIndex={0}
      aria-label={t('reader.map')}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={
        section === undefined
          ? t('reader.percent', { percent })
          : t('reader.mapAt', { percent, section })
      }
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goToPointer(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) goToPointer(event);
      }}
      onKeyDown={(event) => {
        const target = keyTarget(event.key, start, size, length);
        if (target === null) return;
        event.preventDefault();
        goTo(target);
      }}
    >
      <canvas ref={canvas} aria-hidden />
      <div
        className={styles['sight']}
        style={{
          insetBlockStart: `${(start / length) * 100}%`,
          blockSize: `${(size / length) * 100}%`,
        }}
      />
    </div>
  );
}

/** Where a key leads on the map; null for keys that mean nothing there. */
function keyTarget(key: string, start: number, size: number, length: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return start + size / 2;
    case 'ArrowUp':
    case 'ArrowLeft':
      return start - size / 2;
    case 'PageDown':
      return start + length / 10;
    case 'PageUp':
      return start - length / 10;
    case 'Home':
      return 0;
    case 'End':
      return length;
    default:
      return null;
  }
}
