import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type { MapLayout } from '../../../../workers/api.ts';
import type { Camera, Size } from './camera.ts';
import { createPace } from './pace.ts';
import type { Points } from './points.ts';
import { createCanvasPoints } from './points-2d.ts';
import { createGlPoints } from './points-gl.ts';
import type { Scene } from './scene.ts';
import { readLook } from './theme.ts';

export interface Stage {
  /** The view has changed: a picture with the next frame; many times asked, once drawn. */
  readonly move: () => void;
  readonly size: ReadonlySignal<Size>;
}

export interface PointsInput {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** Without a graphics card the points are drawn in parts, on a plain canvas. */
  readonly hasCard: boolean;
  readonly layout: MapLayout;
  readonly scene: Scene;
  readonly look: () => Camera;
}

/** The map rests when nothing moved it for so long. */
const REST_MS = 160;

/** Keeps the canvas as large as its place, and what it shows as new as it is. */
export function usePoints({ canvas, hasCard, layout, scene, look }: PointsInput): Stage {
  const points = useRef<Points | null>(null);
  const size = useSignal<Size>({ width: 1, height: 1 });
  const frame = useRef(0);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const pace = useMemo(createPace, []);
  const drawSoon = useCallback((isMoving: boolean) => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame((now) => {
      frame.current = 0;
      const node = canvas.current;
      if (!node) return;
      const share = isMoving ? pace.next(now) : 1;
      const view = { camera: look(), size: size.peek(), ratio: devicePixelRatio, share };
      points.current?.draw({ ...view, look: readLook(node) });
      clearTimeout(rest.current);
      // Once it rests, everything is drawn.
      if (share < 1) rest.current = setTimeout(() => drawSoon(false), REST_MS);
    });
  }, []);
  const redraw = useCallback(() => drawSoon(false), [drawSoon]);
  const move = useCallback(() => drawSoon(true), [drawSoon]);
  const latest = useRef({ layout, scene });
  latest.current = { layout, scene };
  useEffect(() => {
    const node = canvas.current;
    if (!node) return;
    const open = (): void => {
      points.current = (hasCard && createGlPoints(node)) || createCanvasPoints(node);
      node.dataset.points = points.current.kind;
      points.current.setPositions(latest.current.layout.positions);
      points.current.setScene(latest.current.scene);
      redraw();
    };
    open();
    const unwatch = watch(node, { onReopen: open, onTheme: redraw, onSize: resize });
    return () => {
      unwatch();
      cancelAnimationFrame(frame.current);
      clearTimeout(rest.current);
      points.current?.dispose();
      points.current = null;
    };
    function resize(next: Size): void {
      size.value = next;
      redraw();
    }
  }, [redraw]);
  useEffect(() => {
    points.current?.setPositions(layout.positions);
    redraw();
  }, [layout, redraw]);
  useEffect(() => {
    points.current?.setScene(scene);
    redraw();
  }, [scene, redraw]);
  return { move, size };
}

interface Watched {
  /** The device came back: all it held is gone. */
  readonly onReopen: () => void;
  readonly onTheme: () => void;
  readonly onSize: (size: Size) => void;
}

function watch(node: HTMLCanvasElement, { onReopen, onTheme, onSize }: Watched): () => void {
  const resize = (): void => {
    const size = { width: node.clientWidth || 1, height: node.clientHeight || 1 };
    node.width = Math.round(size.width * devicePixelRatio);
    node.height = Math.round(size.height * devicePixelRatio);
    onSize(size);
  };
  const sizes = new ResizeObserver(resize);
  sizes.observe(node);
  resize();
  const themes = new MutationObserver(onTheme);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  // Only a lost device whose event was taken care of is given back.
  const onLost = (event: Event): void => event.preventDefault();
  node.addEventListener('webglcontextlost', onLost);
  node.addEventListener('webglcontextrestored', onReopen);
  return () => {
    sizes.disconnect();
    themes.disconnect();
    node.removeEventListener('webglcontextlost', onLost);
    node.removeEventListener('webglcontextrestored', onReopen);
  };
}
