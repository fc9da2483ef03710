/** What draws the points, on whatever the device has. */
import type { Camera, Size } from './camera.ts';
import type { Scene } from './scene.ts';

/** Red, green and blue in [0, 1]. */
export type Colour = readonly [number, number, number];

export interface Look {
  /** Of the classes, then the quiet one, then the ramp of doubt (`scene.ts`). */
  readonly colours: readonly Colour[];
  /** Around what is selected. */
  readonly ink: Colour;
}

export interface Points {
  readonly kind: 'webgl' | 'canvas';
  /** [rows x 2] */
  setPositions(positions: Float32Array): void;
  setScene(scene: Scene): void;
  draw(view: PointsView): void;
  dispose(): void;
}

export interface PointsView {
  readonly camera: Camera;
  readonly size: Size;
  /** Device pixels per pixel. */
  readonly ratio: number;
  readonly look: Look;
  /** Of each layer so much is drawn, in (0, 1]: less where the device is slow and the map moves. */
  readonly share: number;
}

/** Many points are smaller than few, and all grow when one comes near. */
export function growth({ camera, size }: PointsView, rows: number): number {
  const zoom = (2 * camera.scale) / Math.min(size.width, size.height);
  const crowd = Math.min(1, Math.max(0.6, (CROWD / Math.max(1, rows)) ** 0.25));
  return Math.min(2.2, Math.max(0.7, zoom ** 0.25)) * crowd;
}

const CROWD = 20_000;
