import { palette } from '../../../ui/palette.ts';
import { CLASS_COLOURS } from './scene.ts';

/** Pixels of one shape. */
export const SPRITE = 32;
export const SPRITES = CLASS_COLOURS + 1;

/** The shapes of the classes, as their marks elsewhere, and a dot: white, side by side. */
export function drawSprites(colour = '#fff'): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = SPRITE * SPRITES;
  canvas.height = SPRITE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws nothing');
  context.fillStyle = colour;
  palette.slice(0, CLASS_COLOURS).forEach(({ shape }, i) => {
    // A rim of two pixels, so that neighbours do not bleed into each other.
    const scale = (SPRITE - 4) / 24;
    context.setTransform(scale, 0, 0, scale, i * SPRITE + 2, 2);
    context.fill(new Path2D(shape));
  });
  context.setTransform(1, 0, 0, 1, CLASS_COLOURS * SPRITE, 0);
  context.beginPath();
  context.arc(SPRITE / 2, SPRITE / 2, SPRITE / 2 - 3, 0, 2 * Math.PI);
  context.fill();
  return canvas;
}
