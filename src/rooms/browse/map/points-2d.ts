/** Points on a plain canvas, where there is no WebGL 2: the same picture, slower. */
import { isInSight, toScreen } from './camera.ts';
import { type Colour, growth, type Look, type Points } from './points.ts';
import type { Scene } from './scene.ts';
import { drawSprites, SPRITE } from './sprites.ts';

const HALO = 5;

export function createCanvasPoints(canvas: HTMLCanvasElement): Points {
  const context = canvas.getContext('2d');
  let positions = new Float32Array(0);
  let scene: Scene | null = null;
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
    draw(camera, size, ratio, { colours, ink }: Look) {
      if (!context || !scene) return;
      const { style, order, selected } = scene;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      const grow = growth(camera, size);
      const put = (row: number, sprites: HTMLCanvasElement, halo: number): void => {
        const at = { x: positions[2 * row] ?? 0, y: positions[2 * row + 1] ?? 0 };
        if (!isInSight(camera, size, at)) return;
        const { x, y } = toScreen(camera, size, at);
        const own = (style[4 * row + 2] ?? 0) * grow + halo;
        const from = (style[4 * row + 1] ?? 0) * SPRITE;
        context.drawImage(sprites, from, 0, SPRITE, SPRITE, x - own / 2, y - own / 2, own, own);
      };
      const plain = colours.map(spritesIn);
      order.forEach((row, i) => {
        context.globalAlpha = style[4 * row + 3] ? 0.3 : 1;
        if (i >= order.length - selected) put(row, spritesIn(ink), HALO);
        const sprites = plain[style[4 * row] ?? 0];
        if (sprites) put(row, sprites, 0);
      });
    },
    dispose: () => inked.clear(),
  };
}
