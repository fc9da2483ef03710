/**
 * RIFF WAVE files (Microsoft and IBM 1991; WAVE_FORMAT_EXTENSIBLE 1999), read with distrust: sizes
 * that lie, chunks in any order, files that end early. Whole numbers of 8 to 32 bits and floats.
 */
export interface Wav {
  readonly rate: number;
  /** Samples in [-1, 1], channel by channel, all of one length; it may be 0. */
  readonly channels: readonly Float32Array[];
  /** True when the file is shorter than it says. */
  readonly isCut: boolean;
}

/** In words that follow the name of the file. */
export interface NoWav {
  readonly problem: string;
  /** A WAV whose samples are compressed in a way that others may know. */
  readonly isForeign?: true;
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
const MAX_CHANNELS = 64;
const MIN_RATE = 1_000;
const MAX_RATE = 768_000;

interface Format {
  readonly kind: number;
  readonly channels: number;
  readonly rate: number;
  readonly bits: number;
}

export function isWav(head: Uint8Array): boolean {
  return nameAt(head, 0) === 'RIFF' && nameAt(head, 8) === 'WAVE';
}

/** Never throws. */
export function readWav(bytes: Uint8Array): Wav | NoWav {
  if (!isWav(bytes)) return { problem: 'is no WAV file' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: Format | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = nameAt(bytes, at);
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name === 'fmt ') {
      format = readFormat(view, body, size);
      if (!format) return { problem: 'is cut off in its header' };
      const refused = refusalOf(format);
      if (refused) return refused;
    } else if (name === 'data') {
      if (!format) return { problem: 'does not say how its samples are written' };
      return readData(view, format, { from: body, size });
    }
    // Chunks lie at even places.
    at = body + size + (size & 1);
  }
  return { problem: 'holds no samples' };
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function readFormat(view: DataView, at: number, size: number): Format | null {
  if (size < 16 || at + 16 > view.byteLength) return null;
  const kind = view.getUint16(at, true);
  const isExtended = kind === EXTENSIBLE && size >= 26 && at + 26 <= view.byteLength;
  return {
    kind: isExtended ? view.getUint16(at + 24, true) : kind,
    channels: view.getUint16(at + 2, true),
    rate: view.getUint32(at + 4, true),
    bits: view.getUint16(at + 14, true),
  };
}

function refusalOf({ kind, channels, rate, bits }: Format): NoWav | null {
  if (channels < 1 || channels > MAX_CHANNELS)
    return { problem: `says it has ${channels} channels` };
  if (rate < MIN_RATE || rate > MAX_RATE)
    return { problem: `says it has ${rate} samples a second` };
  const isKnown =
    (kind === PCM && [8, 16, 24, 32].includes(bits)) || (kind === FLOAT && [32, 64].includes(bits));
  if (isKnown) return null;
  const problem = `is written in a way Hone cannot read (kind ${kind}, ${bits} bits)`;
  return { problem, isForeign: true };
}

interface Stretch {
  readonly from: number;
  /** As the file says. */
  readonly size: number;
}

function readData(view: DataView, format: Format, { from, size }: Stretch): Wav {
  const there = view.byteLength - from;
  const bytes = format.bits / 8;
  // Recorders that stream leave 0 or the largest number as the size; then all that is there counts.
  const isOpen = size === 0xffff_ffff || (size === 0 && there > 0 && isLast(view, from));
  const used = isOpen ? there : Math.min(size, there);
  const frames = Math.floor(used / (bytes * format.channels));
  const read = readerOf(view, format);
  const channels = Array.from({ length: format.channels }, (_, c) =>
    Float32Array.from({ length: frames }, (_, i) => read(from + (i * format.channels + c) * bytes)),
  );
  return { rate: format.rate, channels, isCut: !isOpen && size > there };
}

/** True unless another chunk begins where a chunk of no length would end. */
function isLast(view: DataView, from: number): boolean {
  const next = new Uint8Array(
    view.buffer,
    view.byteOffset + from,
    Math.min(4, view.byteLength - from),
  );
  return !/^(LIST|fact|cue |smpl|bext|id3 |ID3 |JUNK|junk|PEAK)$/.test(nameAt(next, 0));
}

function readerOf(view: DataView, { kind, bits }: Format): (at: number) => number {
  const finite = (value: number): number =>
    Number.isFinite(value) ? Math.min(1, Math.max(-1, value)) : 0;
  if (kind === FLOAT && bits === 64) return (at) => finite(view.getFloat64(at, true));
  if (kind === FLOAT) return (at) => finite(view.getFloat32(at, true));
  switch (bits) {
    case 8:
      return (at) => (view.getUint8(at) - 128) / 128;
    case 16:
      return (at) => view.getInt16(at, true) / 32_768;
    case 24:
      return (at) => (view.getInt16(at + 1, true) * 256 + view.getUint8(at)) / 8_388_608;
    default:
      return (at) => view.getInt32(at, true) / 2_147_483_648;
  }
}

/** Mono, 16 bits. Samples beyond [-1, 1] are cut; what is no number is silence. */
export function writeWav({
  samples,
  rate,
}: {
  readonly samples: Float32Array;
  readonly rate: number;
}): Uint8Array<ArrayBuffer> {
  const size = samples.length * 2;
  const bytes = new Uint8Array(44 + size);
  const view = new DataView(bytes.buffer);
  const name = (at: number, text: string): void => {
    for (let i = 0; i < 4; i++) view.setUint8(at + i, text.charCodeAt(i));
  };
  name(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  name(8, 'WAVE');
  name(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  name(36, 'data');
  view.setUint32(40, size, true);
  samples.forEach((value, i) => {
    const whole = Math.round(value * 32_768) || 0;
    view.setInt16(44 + 2 * i, Math.min(32_767, Math.max(-32_768, whole)), true);
  });
  return bytes;
}
