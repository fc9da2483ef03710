/** Reader of recordings: to mono at the project's rate, cut into windows, each a WAV of its own. */
import type { ProjectSettings } from '../../../src/domain/records.ts';
import { hashOfContent } from '../../../src/modalities/content-hash.ts';
import { MOST_RATE, type Samples } from '../../../src/modalities/sound/input.ts';
import { atRate } from '../../../src/modalities/sound/resample.ts';
import { isWav, readWav } from '../../../src/modalities/sound/wav.ts';
import { cutWindows } from '../../../src/modalities/sound/windows.ts';
import type {
  DecodedSound,
  MediaContext,
  MediaFile,
  MediaItem,
  MediaOutcome,
  MediaReader,
} from './media-reader.ts';
import { storeStretch } from './sound-file.ts';

/** Uncut, longer ones are no item that a person can answer about. */
const MOST_UNCUT_MS = 10 * 60_000;
/** Compressed sound is decoded in one go, whatever it is cut into: half an hour takes up to 700 MB. */
const MOST_DECODED_MS = 30 * 60_000;
const ENDINGS = /\.(wav|wave|mp3|ogg|oga|opus|flac|m4a|aac|weba)$/i;

export const soundReader: MediaReader = {
  recognises: (head, name) => isSound(head) || (ENDINGS.test(name) && !isSomethingElse(head)),
  read,
};

function isSound(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, 4));
  if (isWav(head) || ['OggS', 'fLaC'].includes(text) || text.startsWith('ID3')) return true;
  // A frame of MPEG audio: eleven bits set, a layer, a rate of bits that exists.
  const [first = 0, second = 0, third = 0] = head;
  return first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 0xf;
}

/** Pictures and archives with the name of a sound are told as what they are. */
function isSomethingElse(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, 4));
  return text === '\x89PNG' || text.startsWith('PK') || (head[0] === 0xff && head[1] === 0xd8);
}

async function read(file: MediaFile, context: MediaContext): Promise<MediaOutcome> {
  if (file.blob.size === 0) return { problem: 'it is empty' };
  const decoded = await decode(file, context);
  if ('problem' in decoded) return decoded;
  const mono = mix(decoded);
  if (mono.samples.length === 0) return { problem: 'it holds no sound' };
  const sound = atRate(mono, rateFor(context.settings, decoded.rate));
  const windowMs = context.settings.sound?.windowMs ?? null;
  if (windowMs === null && (1000 * sound.samples.length) / sound.rate > MOST_UNCUT_MS)
    return { problem: 'it is longer than 10 minutes; import it again cut into pieces' };
  return { items: await cut(file, sound, windowMs) };
}

export function rateFor(settings: ProjectSettings, rate: number): number {
  return settings.sound?.rate ?? Math.min(rate, MOST_RATE);
}

async function decode(
  { blob }: MediaFile,
  { decodeSound, settings }: MediaContext,
): Promise<DecodedSound | { problem: string }> {
  const isWhole = (settings.sound?.windowMs ?? null) === null;
  const mostMs = isWhole ? MOST_UNCUT_MS : MOST_DECODED_MS;
  const head = new Uint8Array(await blob.slice(0, 12).arrayBuffer());
  if (!isWav(head)) return decodeSound(blob, mostMs);
  const wav = readWav(new Uint8Array(await blob.arrayBuffer()));
  // What is compressed inside a WAV the browser may know.
  if ('problem' in wav)
    return wav.isForeign ? decodeSound(blob, mostMs) : { problem: `it ${wav.problem}` };
  return wav.isCut ? { problem: 'it ends before it should: the file is cut off' } : wav;
}

/** The mean of all channels. */
export function mix({ channels, rate }: DecodedSound): Samples {
  const [first] = channels;
  if (!first || channels.length === 1) return { samples: first ?? new Float32Array(0), rate };
  const samples = first.map(
    (_, i) => channels.reduce((sum, channel) => sum + (channel[i] ?? 0), 0) / channels.length,
  );
  return { samples, rate };
}

async function cut(
  { name: path }: MediaFile,
  { samples, rate }: Samples,
  windowMs: number | null,
): Promise<readonly MediaItem[]> {
  const name = path.split('/').at(-1) ?? path;
  const items: MediaItem[] = [];
  for (const { from, to } of cutWindows({ length: samples.length, rate, windowMs })) {
    const startMs = Math.round((1000 * from) / rate);
    const stretch = { samples: samples.subarray(from, to), rate };
    const { content, file } = await storeStretch(stretch, { name, startMs });
    items.push({ content, hash: hashOfContent(content), files: [file], fields: {} });
  }
  return items;
}
