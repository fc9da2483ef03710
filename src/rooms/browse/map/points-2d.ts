/** Points on a plain canvas, where no graphics card draws: the same picture, in parts. */
import { isInSight, toScreen } from './camera.ts';
import { type Colour, growth, type Points } from './points.ts';
import { LAYERS, type Scene, SELECTED } from './scene.ts';
import { drawSprites, SPRITE } from './sprites.ts';

const HALO = 5;
/** So many are drawn without a pause; about ten milliseconds. */
const AT_ONCE = 3_000;
/** On a device that is slow or busy fewer, so that a frame does not take longer than this. */
const LEAST_AT_ONCE = 400;
const LONG_MS = 40;

export function createCanvasPoints(canvas: HTMLCanvasElement): Points {
  const context = canvas.getContext('2d');
  let positions = new Float32Array(0);
  let scene: Scene | null = null;
  let going = 0;
  let atOnce = AT_ONCE;
  const inked = new Map<string, HTMLCanvasElement>();
  const spritesIn = (colour: Colour): HTMLCanvasElement => {
    const css = `rgb(${colour.map((part) => Math.round(part * 255)).join(' ')})`;
    const known = inked.get(css) ?? drawSprites(css);
    inked.set(css, known);
    return known;
  };
  return {
    kind: 'canvas',
    setPositions(values) {
      positions = values.slice();
    },
    setScene(next) {
      scene = next;
    },
    draw(view) {
      if (!context || !scene) return;
      const { camera, size, ratio, look, share } = view;
      const { style, order, starts } = scene;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      const grow = growth(view, order.length);
      const put = (row: number, sprites: HTMLCanvasElement | undefined, halo: number): void => {
        const at = { x: positions[2 * row] ?? 0, y: positions[2 * row + 1] ?? 0 };
        if (!sprites || !isInSight(camera, size, at)) return;
        const { x, y } = toScreen(camera, size, at);
        const own = (style[4 * row + 2] ?? 0) * grow + halo;
        const from = (style[4 * row + 1] ?? 0) * SPRITE;
        context.globalAlpha = style[4 * row + 3] ? 0.3 : 1;
        context.drawImage(sprites, from, 0, SPRITE, SPRITE, x - own / 2, y - own / 2, own, own);
      };
      const plain = look.colours.map(spritesIn);
      const ink = spritesIn(look.ink);
      const putAll = (layer: number, from: number, to: number): void => {
        const rows = order.subarray(from, to);
        if (layer === SELECTED) for (const row of rows) put(row, ink, HALO);
        for (const row of rows) put(row, plain[style[4 * row] ?? 0], 0);
      };
      // A fair sample at once, the rest bit by bit: 100,000 pictures would hold the page up.
      const sample = Math.min(share, atOnce / Math.max(1, order.length));
      for (let layer = 0; layer < LAYERS; layer++) {
        const from = starts[layer] ?? 0;
        putAll(layer, from, from + Math.ceil(((starts[layer + 1] ?? from) - from) * sample));
      }
      cancelAnimationFrame(going);
      if (sample < share) going = goOn(0, performance.now());
      function goOn(from: number, before: number): number {
        return requestAnimationFrame((now) => {
          const next = now - before > LONG_MS ? atOnce / 2 : atOnce * 1.2;
          atOnce = Math.round(Math.min(AT_ONCE, Math.max(LEAST_AT_ONCE, next)));
          const layer = starts.findLastIndex((start) => start <= from);
          const to = Math.min(from + atOnce, starts[layer + 1] ?? from);
          putAll(layer, from, to);
          if (to < order.length) going = goOn(to, now);
        });
      }
    },
    dispose() {
      cancelAnimationFrame(going);
      inked.clear();
    },
  };
}
