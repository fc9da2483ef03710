/** Where one looks on the map. Pure. Data lie in [-1, 1], y upwards; screens count downwards from the upper left. */
export interface Camera {
  /** What is in the middle of the screen. */
  readonly x: number;
  readonly y: number;
  /** Pixels per unit. */
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

const MARGIN = 0.94;
export const MOST_ZOOM = 400;

/** Everything in sight. */
export function wholeMap({ width, height }: Size): Camera {
  return { x: 0, y: 0, scale: (Math.min(width, height) / 2) * MARGIN };
}

export function toScreen({ x, y, scale }: Camera, { width, height }: Size, at: Spot): Spot {
  return { x: width / 2 + (at.x - x) * scale, y: height / 2 - (at.y - y) * scale };
}

export function toData({ x, y, scale }: Camera, { width, height }: Size, at: Spot): Spot {
  return { x: x + (at.x - width / 2) / scale, y: y - (at.y - height / 2) / scale };
}

/** By pixels, as what is on the screen moves. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y + dy / camera.scale };
}

/** What lies under `at` stays there. The scale is kept between the whole map and 400 times as much. */
export function zoomedAt(camera: Camera, size: Size, factor: number, at: Spot): Camera {
  const least = wholeMap(size).scale * 0.5;
  const scale = Math.min(least * 2 * MOST_ZOOM, Math.max(least, camera.scale * factor));
  const held = toData(camera, size, at);
  return {
    scale,
    x: held.x - (at.x - size.width / 2) / scale,
    y: held.y + (at.y - size.height / 2) / scale,
  };
}

/** Whether a point is in sight. */
export function isInSight({ x, y, scale }: Camera, { width, height }: Size, at: Spot): boolean {
  return Math.abs(at.x - x) * scale <= width / 2 && Math.abs(at.y - y) * scale <= height / 2;
}
