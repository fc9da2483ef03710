/** What a caller hands in, as each encoder reads it. */
import { RASTER_SIDE, shrink, toRgb } from '../../src/modalities/image/raster.ts';
import { readWav } from '../../src/modalities/sound/wav.ts';

/** Cells by the names of the columns; null and undefined are missing. */
export type Row = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Row-major RGB or RGBA, 0 to 255. */
  readonly pixels: Uint8Array | Uint8ClampedArray;
}

export interface Recording {
  /** Mono, in [-1, 1]. */
  readonly samples: Float32Array;
  /** Samples per second. */
  readonly rate: number;
}

/** A string for texts, a row for tables, pixels for images, a recording for sounds. */
export type Item = string | Row | Pixels | Recording;

const readers: Readonly<Record<string, (item: Item) => unknown>> = {
  text: (item) => ({ kind: 'text', text: String(item) }),
  table: (item) => ({
    kind: 'table',
    cells: Object.fromEntries(
      Object.entries(item as Row).map(([name, cell]) => [name, String(cell ?? '')]),
    ),
  }),
  image: (item) => {
    const { width, height, pixels } = item as Pixels;
    const isWhole = pixels?.length === width * height * 3 || pixels?.length === width * height * 4;
    if (!isWhole) throw new TypeError('an image is { width, height, pixels }, RGB or RGBA');
    return shrink(toRgb(pixels, width, height), RASTER_SIDE);
  },
  sound: (item) => {
    const { samples, rate } = item as Recording;
    if (!(samples instanceof Float32Array) || !(rate > 0))
      throw new TypeError('a sound is { samples, rate }: mono, as a Float32Array');
    return { samples, rate, patches: [] };
  },
};

/** Throws a TypeError on what is no item of the modality. */
export function toInput(modality: string, item: Item): unknown {
  const read = readers[modality];
  if (!read) throw new Error(`unknown modality ${modality}`);
  return read(item);
}

/** The bytes of a WAV file as a recording, channels averaged. Throws on what is none. */
export function fromWav(bytes: Uint8Array): Recording {
  const wav = readWav(bytes);
  if ('problem' in wav) throw new TypeError(`this file ${wav.problem}`);
  const { channels, rate } = wav;
  const samples = new Float32Array(channels[0]?.length ?? 0);
  for (const channel of channels)
    for (let i = 0; i < samples.length; i++)
      samples[i] = (samples[i] as number) + (channel[i] as number) / channels.length;
  return { samples, rate };
}
