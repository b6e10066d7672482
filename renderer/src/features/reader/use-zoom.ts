import { useEffect, useState } from 'react';
import { fit, held, panned, zoomed, type Lie, type Size } from './zoom.ts';

/** One press of a key or button, and one notch of a wheel. */
const STEP = 1.4;
const NOTHING: Size = { width: 0, height: 0 };

/** How a picture lies on its stage, moved by wheel and drag there and by what this gives. */
export function useZoom(stage: HTMLElement | null, picture: Size | null) {
  const [space, setSpace] = useState(NOTHING);
  const [lie, setLie] = useState<Lie>({ scale: 1, x: 0, y: 0 });
  const [panning, setPanning] = useState(false);

  useEffect(() => {
    if (stage === null) return;
    const measure = () => setSpace({ width: stage.clientWidth, height: stage.clientHeight });
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(stage);
    return () => resized.disconnect();
  }, [stage]);

  // Another picture is shown whole; in another window it stays in sight.
  const [known, setKnown] = useState({ picture, space });
  if (known.picture !== picture || known.space !== space) {
    setKnown({ picture, space });
    if (picture !== null) {
      const least = fit(picture, space);
      const isWhole = known.picture !== picture || lie.scale <= least.scale;
      setLie(isWhole ? least : held(lie, picture, space));
    }
  }

  useEffect(() => {
    if (stage === null || picture === null) return;
    let from: { x: number; y: number } | null = null;
    const pointOf = ({ clientX, clientY }: MouseEvent) => {
      const box = stage.getBoundingClientRect();
      return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const factor = STEP ** Math.max(-1, Math.min(1, -event.deltaY / 100));
      setLie((now) => zoomed(now, factor, pointOf(event), picture, space));
    };
    const grab = (event: PointerEvent) => {
      if (event.button !== 0) return;
      stage.setPointerCapture(event.pointerId);
      from = pointOf(event);
      setPanning(true);
    };
    const move = (event: PointerEvent) => {
      if (from === null) return;
      const to = pointOf(event);
      const by = { x: to.x - from.x, y: to.y - from.y };
      from = to;
      setLie((now) => panned(now, by, picture, space));
    };
    const release = () => {
      from = null;
      setPanning(false);
    };
    const toggle = (event: MouseEvent) => {
      const least = fit(picture, space);
      setLie((now) =>
        now.scale > least.scale
          ? least
          : zoomed(now, 1 / now.scale, pointOf(event), picture, space),
      );
    };
    const events = new AbortController();
    const { signal } = events;
    stage.addEventListener('wheel', wheel, { passive: false, signal });
    stage.addEventListener('pointerdown', grab, { signal });
    stage.addEventListener('pointermove', move, { signal });
    stage.addEventListener('pointerup', release, { signal });
    stage.addEventListener('pointercancel', release, { signal });
    stage.addEventListener('dblclick', toggle, { signal });
    return () => events.abort();
  }, [stage, picture, space]);

  const change = (by: (now: Lie, size: Size) => Lie) => {
    if (picture !== null) setLie((now) => by(now, picture));
  };
  return {
    lie,
    panning,
    /** All of the picture is in sight. */
    fits: picture === null || lie.scale <= fit(picture, space).scale * 1.001,
    zoomIn: () => change((now, size) => zoomed(now, STEP, { x: 0, y: 0 }, size, space)),
    zoomOut: () => change((now, size) => zoomed(now, 1 / STEP, { x: 0, y: 0 }, size, space)),
    pixelByPixel: () =>
      change((now, size) => zoomed(now, 1 / now.scale, { x: 0, y: 0 }, size, space)),
    whole: () => change((_now, size) => fit(size, space)),
    pan: (x: number, y: number) => change((now, size) => panned(now, { x, y }, size, space)),
  };
}
