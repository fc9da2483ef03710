import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { SoundInput } from '../input.ts';
import type { LogMel } from '../log-mel.ts';
import { spectrogramOf } from '../patch.ts';
import { colourTable } from './colours.ts';

/** More columns than these no screen shows, and long sounds are drawn in time. */
const MOST_FRAMES = 1_200;
/** So much of a sound is background, as a rule: it stays nearly as calm as silence. */
const BACKGROUND = 0.5;
const LEAST_FLOOR = 0.2;
const MOST_FLOOR = 0.75;

export interface SpectrogramProps {
  readonly input: SoundInput;
  readonly label: string;
}

/** The sound as a picture: time to the right, pitch upwards, darker (or lighter) is louder. */
export function Spectrogram({ input, label }: SpectrogramProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const mel = useMemo(() => spectrogramOf(input, { mostFrames: MOST_FRAMES }), [input]);
  useEffect(() => {
    const paint = (): void => {
      if (canvas.current) draw(canvas.current, mel);
    };
    paint();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', paint);
    const theme = new MutationObserver(paint);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      dark.removeEventListener('change', paint);
      theme.disconnect();
    };
  }, [mel]);
  // In lists the name beside it says the same; without a role a canvas is nothing to a reader.
  if (label === '') return <canvas ref={canvas} class="sound-canvas" />;
  return <canvas ref={canvas} class="sound-canvas" role="img" aria-label={label} />;
}

function draw(canvas: HTMLCanvasElement, { frames, bands, values }: LogMel): void {
  canvas.width = frames;
  canvas.height = bands;
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(frames, bands);
  const table = colourTable(canvas);
  const floor = floorOf(values);
  for (let b = 0; b < bands; b++) {
    for (let t = 0; t < frames; t++) {
      const level = ((values[b * frames + t] as number) - floor) / (1.05 - floor);
      const entry = Math.round(255 * Math.min(1, Math.max(0, level))) * 3;
      const at = ((bands - 1 - b) * frames + t) * 4;
      for (let c = 0; c < 3; c++) image.data[at + c] = table[entry + c] as number;
      image.data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

/** Level that half of the cells stay below, within limits. */
function floorOf(values: Float32Array): number {
  const sorted = values.slice().sort();
  const background = sorted[Math.floor(BACKGROUND * (sorted.length - 1))] ?? 0;
  return Math.min(MOST_FLOOR, Math.max(LEAST_FLOOR, background));
}
