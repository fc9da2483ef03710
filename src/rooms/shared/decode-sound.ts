/** Compressed sound is decoded by the browser, which does that only on a page; off its main thread. */
import type { DecodeSound } from '../../../workers/api.ts';

/** Rate of the context only: what it decodes is resampled to it. */
const RATE = 48_000;

export const decodeSound: DecodeSound = async (blob) => {
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
