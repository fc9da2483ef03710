/** Compressed sound is decoded by the browser, which does that only on a page; off its main thread. */
import type { DecodeSound } from '../../../workers/api.ts';
import { refusalOfLength } from './sound-length.ts';

/** Rate of the context only: what it decodes is resampled to it. */
const RATE = 48_000;
/** A browser that has not read the header by then says nothing about it. */
const HEADER_TIMEOUT_MS = 10_000;

export const decodeSound: DecodeSound = async (blob, mostMs) => {
  const problem = refusalOfLength(await lengthOf(blob), blob.size, mostMs);
  if (problem) return { problem };
  try {
    const context = new OfflineAudioContext(1, 1, RATE);
    const decoded = await context.decodeAudioData(await blob.arrayBuffer());
    const channels = Array.from({ length: decoded.numberOfChannels }, (_, channel) =>
      decoded.getChannelData(channel),
    );
    return { rate: decoded.sampleRate, channels };
  } catch {
    return { problem: 'this browser cannot decode it; it is damaged or of an unknown kind' };
  }
};

/** Milliseconds that its header tells, read without decoding the sound; null when it tells none. */
async function lengthOf(blob: Blob): Promise<number | null> {
  const url = URL.createObjectURL(blob);
  const audio = new Audio();
  audio.preload = 'metadata';
  try {
    await new Promise<void>((resolve) => {
      audio.onloadedmetadata = () => resolve();
      audio.onerror = () => resolve();
      setTimeout(resolve, HEADER_TIMEOUT_MS);
      audio.src = url;
    });
    return Number.isFinite(audio.duration) ? 1_000 * audio.duration : null;
  } finally {
    audio.onerror = null;
    audio.removeAttribute('src');
    URL.revokeObjectURL(url);
  }
}
