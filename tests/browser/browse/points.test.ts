/** What is drawn lies where it should, in its colour, on both kinds of canvas. */
import { afterEach, describe, expect, it } from 'vitest';
import { wholeMap } from '../../../src/rooms/browse/map/camera.ts';
import type { Points } from '../../../src/rooms/browse/map/points.ts';
import { createCanvasPoints } from '../../../src/rooms/browse/map/points-2d.ts';
import { createGlPoints } from '../../../src/rooms/browse/map/points-gl.ts';
import { createScene } from '../../../src/rooms/browse/map/scene.ts';
import { readLook } from '../../../src/rooms/browse/map/theme.ts';
import '../../../src/ui/tokens.css';

const SIZE = { width: 200, height: 200 };

afterEach(() => {
  document.body.replaceChildren();
});

function makeCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE.width;
  canvas.height = SIZE.height;
  document.body.append(canvas);
  return canvas;
}

/** Red, green, blue, alpha of a pixel, read through a plain canvas in the frame in which it was drawn. */
function pixels(canvas: HTMLCanvasElement): (x: number, y: number) => number[] {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  context?.drawImage(canvas, 0, 0);
  return (x, y) => [...(context?.getImageData(x, y, 1, 1).data ?? [])];
}

const kinds: readonly [string, (canvas: HTMLCanvasElement) => Points | null][] = [
  ['WebGL', createGlPoints],
  ['a plain canvas', createCanvasPoints],
];

describe.each(kinds)('points by %s', (_, create) => {
  it('show classes in their colours, what is selected in a ring, what is left out faintly', () => {
    const canvas = makeCanvas();
    const points = create(canvas);
    if (!points) throw new Error('this browser has no WebGL 2');
    points.setPositions(Float32Array.of(-0.5, 0.5, 0.5, 0.5, 0.5, -0.5));
    const scene = createScene({
      rows: 3,
      colouring: 'label',
      labelOf: Int16Array.of(0, 1, 0),
      predictedOf: null,
      margin: null,
      classColours: [0, 5],
      matches: Uint8Array.of(1, 1, 0),
      chosen: Uint8Array.of(0, 1, 0),
    });
    points.setScene(scene);
    const look = readLook(canvas);
    points.draw({ camera: wholeMap(SIZE), size: SIZE, ratio: 1, look, share: 1 });
    const at = pixels(canvas);
    // 47 pixels from the middle, upwards as well as sideways.
    const near = (pixel: number[], colour: readonly number[]): void => {
      const wanted = colour.map((part) => Math.round(part * 255));
      for (const [i, part] of wanted.entries())
        expect(Math.abs((pixel[i] ?? 0) - part)).toBeLessThan(12);
    };
    near(at(53, 53), look.colours[0] ?? []);
    near(at(147, 53), look.colours[5] ?? []);
    near(at(147, 47), look.ink); // The ring.
    expect(at(53, 47)[3]).toBeLessThan(40); // No ring.
    const faded = at(147, 147)[3] ?? 0;
    expect(faded).toBeGreaterThan(20);
    expect(faded).toBeLessThan(140);
    expect(at(20, 180)).toEqual([0, 0, 0, 0]);
    points.dispose();
  });
});
