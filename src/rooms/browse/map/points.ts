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
  /** `ratio`: device pixels per pixel. */
  draw(camera: Camera, size: Size, ratio: number, look: Look): void;
  dispose(): void;
}

/** Points shrink a little when one sees all and grow when one comes near. */
export function growth(camera: Camera, size: Size): number {
  const zoom = (2 * camera.scale) / Math.min(size.width, size.height);
  return Math.min(2.2, Math.max(0.7, zoom ** 0.25));
}
