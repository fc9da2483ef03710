/**
 * Plays samples through Web Audio. The position is kept here, so that the cursor, the keys and the
 * buttons agree. A sound begins and ends softly, and never louder than it was recorded.
 */
import { type Signal, signal } from '@preact/signals';
import type { Samples } from '../input.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Player {
  readonly isPlaying: Signal<boolean>;
  /** Seconds from the beginning. */
  readonly place: Signal<number>;
  readonly isLooping: Signal<boolean>;
  readonly speed: Signal<number>;
  readonly problem: Signal<boolean>;
  readonly toggle: () => void;
  readonly seek: (seconds: number) => void;
  /** Plays a part of it, in seconds, and stops. */
  readonly playStretch: (stretch: Stretch) => void;
  readonly stop: () => void;
  readonly dispose: () => void;
}

const FADE_SECONDS = 0.01;
const VOLUME = 0.8;

interface Running {
  readonly source: AudioBufferSourceNode;
  readonly gain: GainNode;
  readonly startedAt: number;
  readonly from: number;
  readonly to: number;
}

export function createPlayer({ samples, rate }: Samples): Player {
  const length = samples.length / rate;
  const isPlaying = signal(false);
  const place = signal(0);
  const isLooping = signal(false);
  const speed = signal(1);
  const problem = signal(false);
  let context: AudioContext | null = null;
  let running: Running | null = null;
  let frame = 0;

  const halt = (): void => {
    cancelAnimationFrame(frame);
    const old = running;
    running = null;
    isPlaying.value = false;
    if (!old || !context) return;
    old.source.onended = null;
    old.gain.gain.setTargetAtTime(0, context.currentTime, FADE_SECONDS / 3);
    old.source.stop(context.currentTime + FADE_SECONDS * 2);
  };
  const follow = (): void => {
    if (!running || !context) return;
    const gone = (context.currentTime - running.startedAt) * speed.value;
    const span = running.to - running.from;
    place.value = running.from + (isLooping.value && span > 0 ? gone % span : Math.min(gone, span));
    frame = requestAnimationFrame(follow);
  };
  const start = ({ from, to }: Stretch): void => {
    halt();
    if (length === 0) return;
    try {
      context ??= new AudioContext();
      void context.resume();
      running = begin(context, {
        samples,
        rate,
        from,
        to,
        speed: speed.value,
        loop: isLooping.value,
      });
    } catch {
      problem.value = true;
      return;
    }
    running.source.onended = () => {
      halt();
      place.value = to >= length ? 0 : to;
    };
    isPlaying.value = true;
    follow();
  };
  const restart = (): void => {
    if (isPlaying.value) start({ from: place.value, to: length });
  };
  const unwatch = [isLooping.subscribe(restart), speed.subscribe(restart)];
  return {
    isPlaying,
    place,
    isLooping,
    speed,
    problem,
    toggle: () =>
      isPlaying.value
        ? halt()
        : start({ from: place.value >= length - 0.01 ? 0 : place.value, to: length }),
    seek(seconds) {
      const wasPlaying = isPlaying.value;
      place.value = Math.min(length, Math.max(0, seconds));
      if (wasPlaying) start({ from: place.value, to: length });
    },
    playStretch: ({ from, to }) => start({ from, to }),
    stop: halt,
    dispose() {
      halt();
      for (const stop of unwatch) stop();
      void context?.close();
      context = null;
    },
  };
}

interface Beginning extends Samples, Stretch {
  readonly speed: number;
  readonly loop: boolean;
}

/** Throws where the device does not play. */
function begin(context: AudioContext, options: Beginning): Running {
  const { samples, rate, from, to, speed, loop } = options;
  const buffer = context.createBuffer(1, samples.length, rate);
  buffer.copyToChannel(samples as Float32Array<ArrayBuffer>, 0);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.playbackRate.value = speed;
  source.loop = loop;
  source.loopStart = 0;
  source.loopEnd = to;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, context.currentTime);
  gain.gain.linearRampToValueAtTime(VOLUME, context.currentTime + FADE_SECONDS);
  source.connect(gain).connect(context.destination);
  if (loop) source.start(0, from);
  else source.start(0, from, Math.max(0, to - from));
  // A loop goes round from the beginning: it is as though it had begun there, so much earlier.
  if (loop) return { source, gain, startedAt: context.currentTime - from / speed, from: 0, to };
  return { source, gain, startedAt: context.currentTime, from, to };
}
