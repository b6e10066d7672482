/** How a picture lies on a stage. All lengths in CSS px, the centre of the stage being 0, 0. */
export interface Lie {
  /** 1: one pixel of the picture is one CSS px. */
  scale: number;
  /** Where the centre of the picture is. */
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export const MOST_SCALE = 8;

/** The whole picture, no larger than it is. */
export function fit(picture: Size, stage: Size): Lie {
  const scale = Math.min(1, stage.width / picture.width, stage.height / picture.height);
  return { scale: Number.isFinite(scale) && scale > 0 ? scale : 1, x: 0, y: 0 };
}

/** Zooms so that what is at a point of the stage stays there. */
export function zoomed(
  lie: Lie,
  factor: number,
  at: { x: number; y: number },
  picture: Size,
  stage: Size,
): Lie {
  const least = fit(picture, stage).scale;
  const scale = Math.min(MOST_SCALE, Math.max(least, lie.scale * factor));
  const by = scale / lie.scale;
  return held(
    { scale, x: at.x - (at.x - lie.x) * by, y: at.y - (at.y - lie.y) * by },
    picture,
    stage,
  );
}

export function panned(lie: Lie, by: { x: number; y: number }, picture: Size, stage: Size): Lie {
  return held({ ...lie, x: lie.x + by.x, y: lie.y + by.y }, picture, stage);
}

/** No further than its edges: a picture that fits stays in the middle. */
export function held(lie: Lie, picture: Size, stage: Size): Lie {
  const room = (length: number, space: number) => Math.max(0, (length * lie.scale - space) / 2);
  const within = (value: number, most: number) => Math.min(most, Math.max(-most, value));
  return {
    scale: lie.scale,
    x: within(lie.x, room(picture.width, stage.width)),
    y: within(lie.y, room(picture.height, stage.height)),
  };
}
