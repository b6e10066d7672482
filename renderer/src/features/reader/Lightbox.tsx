import { ChevronLeft, ChevronRight, Minimize2, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './article-images.module.css';
import { useZoom } from './use-zoom.ts';
import type { Size } from './zoom.ts';

export interface Picture {
  src: string;
  alt: string;
}

interface Props {
  pictures: readonly Picture[];
  start: number;
  onClose: () => void;
}

/** Of a drawing that says none, in CSS px. */
const DRAWING: Size = { width: 1200, height: 900 };
/** CSS px that an arrow key moves. */
const PAN = 80;

/** Pictures in the whole window: zoomed by wheel, keys and buttons, moved by drag and arrows. */
export function Lightbox({ pictures, start, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const [at, setAt] = useState(start);
  const [size, setSize] = useState<Size | null>(null);
  const zoom = useZoom(stage, size);
  const { lie, fits, pan } = zoom;
  const picture = pictures[at];

  useEffect(() => {
    const element = dialog.current;
    if (element === null || stage === null || element.open) return;
    element.showModal();
    stage.focus();
    return () => element.close();
  }, [stage]);

  const show = (next: number) => {
    if (pictures[next] === undefined) return;
    setAt(next);
    setSize(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Record<string, () => void> = {
      '+': zoom.zoomIn,
      '=': zoom.zoomIn,
      '-': zoom.zoomOut,
      '0': zoom.whole,
      '1': zoom.pixelByPixel,
      ArrowLeft: () => (fits ? show(at - 1) : pan(PAN, 0)),
      ArrowRight: () => (fits ? show(at + 1) : pan(-PAN, 0)),
      ArrowUp: () => pan(0, PAN),
      ArrowDown: () => pan(0, -PAN),
      PageUp: () => show(at - 1),
      PageDown: () => show(at + 1),
    };
    const run = keys[event.key];
    if (run === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return (
    <dialog
      ref={dialog}
      className={styles['lightbox']}
      aria-label={t('image.title')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={onKeyDown}
    >
      <div className={styles['tools']}>
        <p aria-live="polite">
          {t('image.place', {
            at: at + 1,
            count: pictures.length,
            percent: Math.round(lie.scale * 100),
          })}
        </p>
        {pictures.length < 2 ? null : (
          <>
            <IconButton
              label={t('image.previous')}
              icon={ChevronLeft}
              disabled={at === 0}
              onClick={() => show(at - 1)}
            />
            <IconButton
              label={t('image.next')}
              icon={ChevronRight}
              disabled={at === pictures.length - 1}
              onClick={() => show(at + 1)}
            />
          </>
        )}
        <IconButton
          label={t('image.zoomOut')}
          keys="-"
          icon={ZoomOut}
          disabled={fits}
          onClick={zoom.zoomOut}
        />
        <IconButton label={t('image.zoomIn')} keys="+" icon={ZoomIn} onClick={zoom.zoomIn} />
        <IconButton label={t('image.whole')} keys="0" icon={Minimize2} onClick={zoom.whole} />
        <IconButton label={t('ui.close')} icon={X} onClick={onClose} />
      </div>
      <div
        ref={setStage}
        className={styles['stage']}
        tabIndex={0}
        role="group"
        aria-label={t('image.stage')}
        data-panning={zoom.panning || undefined}
      >
        {picture === undefined ? null : (
          <img
            key={picture.src}
            src={picture.src}
            alt={picture.alt}
            draggable={false}
            style={{
              visibility: size === null ? 'hidden' : undefined,
              transform: `translate(${lie.x}px, ${lie.y}px) scale(${lie.scale}) translate(-50%, -50%)`,
            }}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
              // A drawing without a size of its own gets one.
              setSize(width > 0 && height > 0 ? { width, height } : DRAWING);
            }}
          />
        )}
      </div>
      {picture?.alt ? (
        <p className={styles['legend']} dir="auto">
          {picture.alt}
        </p>
      ) : null}
    </dialog>
  );
}
