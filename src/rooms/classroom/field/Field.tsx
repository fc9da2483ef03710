/** The plane on a canvas, repainted when what it shows or the theme changes. */
import { useEffect, useRef } from 'preact/hooks';
import { type FieldPicture, paintField, placeOf } from './paint.ts';
import './field.css';

export interface FieldProps extends FieldPicture {
  /** Said to who does not see it. */
  readonly label: string;
  /** The row that is asked next. */
  readonly asks: number | null;
  /** Changes with the look of the app, so that the colours are read anew. */
  readonly theme: string;
}

/** Device pixels a side at most: a projector shows no more. */
const MOST_PIXELS = 900;

export function Field({ label, asks, theme, raster, points, said, isTruthShown }: FieldProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const paint = useRef<(() => void) | null>(null);
  useEffect(() => {
    paint.current = () => {
      const element = canvas.current;
      if (element && sizeToPlace(element))
        paintField(element, { raster, points, said, isTruthShown }, coloursOf(element));
    };
    // In a task of its own, so that four planes side by side do not add up to a long one.
    const timer = setTimeout(() => paint.current?.());
    return () => clearTimeout(timer);
  }, [raster, points, said, isTruthShown, theme]);
  useEffect(() => {
    const observer = new ResizeObserver(() => paint.current?.());
    if (canvas.current) observer.observe(canvas.current);
    return () => observer.disconnect();
  }, []);
  const spot = asks === null ? null : placeOf(points, asks);
  return (
    <div class="field-plane">
      <canvas ref={canvas} role="img" aria-label={label} />
      {spot && (
        <span
          class="field-asks"
          style={{ left: `${100 * spot.x}%`, top: `${100 * spot.y}%` }}
          aria-hidden="true"
        />
      )}
    </div>
  );
}

/** As many pixels as are seen; false while there are none. */
function sizeToPlace(element: HTMLCanvasElement): boolean {
  const side = Math.min(MOST_PIXELS, Math.round(element.clientWidth * devicePixelRatio));
  if (side > 0 && element.width !== side) {
    element.width = side;
    element.height = side;
  }
  return side > 0;
}

function coloursOf(element: Element): { readonly ink: string; readonly paper: string } {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return { ink: token('--ink'), paper: token('--paper-raised') };
}
