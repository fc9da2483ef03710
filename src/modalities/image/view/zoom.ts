/** Where a picture stands on its stage. Pure: pixels of the screen, measured from the stage's middle. */
export interface Standing {
  /** 1 = the whole picture fits. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const WHOLE: Standing = { scale: 1, x: 0, y: 0 };
export const MOST_SCALE = 100;
export const STEP = 1.4;
/** From so many screen pixels for one of the picture on, its pixels are shown as they are. */
const PIXELS_SHOW = 8;

/** Zooms by `factor`, so that what lies at (x, y) stays there. */
export function zoomAt(
  from: Standing,
  factor: number,
  { x, y }: { readonly x: number; readonly y: number },
  stage: Size,
): Standing {
  const scale = Math.min(MOST_SCALE, Math.max(1, from.scale * factor));
  const ratio = scale / from.scale;
  return held({ scale, x: x - (x - from.x) * ratio, y: y - (y - from.y) * ratio }, stage);
}

export function moveBy(from: Standing, dx: number, dy: number, stage: Size): Standing {
  return held({ ...from, x: from.x + dx, y: from.y + dy }, stage);
}

/** No farther than the edge of the picture at the edge of the stage. */
function held({ scale, x, y }: Standing, { width, height }: Size): Standing {
  const within = (value: number, most: number): number => Math.min(most, Math.max(-most, value));
  return {
    scale,
    x: within(x, ((scale - 1) * width) / 2),
    y: within(y, ((scale - 1) * height) / 2),
  };
}

/** True when one pixel of the picture covers several of the screen. */
export function showsPixels(scale: number, picture: Size, stage: Size): boolean {
  const fit = Math.min(stage.width / picture.width, stage.height / picture.height);
  return fit * scale >= PIXELS_SHOW;
}
