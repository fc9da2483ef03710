import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { SoundInput } from '../input.ts';
import type { LogMel } from '../log-mel.ts';
import { spectrogramOf } from '../patch.ts';
import { colourTable } from './colours.ts';

/** More columns than these no screen shows, and long sounds are drawn in time. */
const MOST_FRAMES = 1_200;
/** Levels below are background: they stay as calm as silence. */
const FLOOR = 0.25;

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
  return <canvas ref={canvas} class="sound-canvas" role="img" aria-label={label} />;
}

function draw(canvas: HTMLCanvasElement, { frames, bands, values }: LogMel): void {
  canvas.width = frames;
  canvas.height = bands;
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(frames, bands);
  const table = colourTable(canvas);
  for (let b = 0; b < bands; b++) {
    for (let t = 0; t < frames; t++) {
      const level = ((values[b * frames + t] as number) - FLOOR) / (1 - FLOOR);
      const entry = Math.round(255 * Math.min(1, Math.max(0, level))) * 3;
      const at = ((bands - 1 - b) * frames + t) * 4;
      for (let c = 0; c < 3; c++) image.data[at + c] = table[entry + c] as number;
      image.data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}
