import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { moveBy, type Size, STEP, type Standing, WHOLE, zoomAt } from './zoom.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const ARROW_PIXELS = 60;
const DOUBLE_SCALE = 4;

/** Wheel, pinch, drag, double click and keys on one stage. Begins anew with each picture. */
export function useZoom(key: string) {
  const stage = useRef<HTMLDivElement>(null);
  const standing = useSignal<Standing>(WHOLE);
  const size = useSignal<Size>({ width: 1, height: 1 });
  useEffect(() => {
    standing.value = WHOLE;
  }, [key]);
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      size.value = { width: element.clientWidth, height: element.clientHeight };
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const acts = useMemo(() => createActs(stage, standing, size), []);
  useEffect(() => {
    // Not through JSX: the wheel must not scroll the page meanwhile, so it cannot be passive.
    const element = stage.current;
    element?.addEventListener('wheel', acts.onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', acts.onWheel);
  }, [acts]);
  return { stage, standing, size, ...acts };
}

function createActs(
  stage: { readonly current: HTMLDivElement | null },
  standing: Signal<Standing>,
  size: Signal<Size>,
) {
  const pointers = new Map<number, Point>();
  let isPinching = false;
  const middleOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const box = stage.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
  };
  const zoom = (factor: number, at: Point = { x: 0, y: 0 }): void => {
    standing.value = zoomAt(standing.peek(), factor, at, size.peek());
  };
  const move = (dx: number, dy: number): void => {
    standing.value = moveBy(standing.peek(), dx, dy, size.peek());
  };
  const whole = (): void => {
    standing.value = WHOLE;
  };
  /** A gesture on the picture is no swipe that answers. */
  const keep = (event: Event): void => {
    if (isPinching || standing.peek().scale > 1) event.stopPropagation();
  };
  return {
    zoom,
    whole,
    onWheel(event: WheelEvent): void {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * 0.002), middleOf(event));
    },
    onDblClick(event: MouseEvent): void {
      if (standing.peek().scale > 1) whole();
      else zoom(DOUBLE_SCALE, middleOf(event));
    },
    onKeyDown(event: KeyboardEvent): void {
      const arrow = ARROWS[event.key];
      if (event.key === '+' || event.key === '=') zoom(STEP);
      else if (event.key === '-') zoom(1 / STEP);
      else if (event.key === '0' && standing.peek().scale > 1) whole();
      else if (arrow && standing.peek().scale > 1)
        move(arrow[0] * ARROW_PIXELS, arrow[1] * ARROW_PIXELS);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    onPointerDown(event: PointerEvent): void {
      pointers.set(event.pointerId, middleOf(event));
      if (pointers.size === 2) isPinching = true;
      if (pointers.size === 2 || standing.peek().scale > 1)
        stage.current?.setPointerCapture(event.pointerId);
      keep(event);
    },
    onPointerMove(event: PointerEvent): void {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = middleOf(event);
      pointers.set(event.pointerId, now);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const spread = (from: Point): number => Math.hypot(from.x - other.x, from.y - other.y);
        zoom(spread(now) / Math.max(1, spread(before)), {
          x: (now.x + other.x) / 2,
          y: (now.y + other.y) / 2,
        });
      } else move(now.x - before.x, now.y - before.y);
    },
    onPointerUp(event: PointerEvent): void {
      pointers.delete(event.pointerId);
      keep(event);
      if (pointers.size === 0) isPinching = false;
    },
  };
}
