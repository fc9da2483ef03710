/**
 * The microphone of this device: asked for when the person says so, heard into a ring, let go when
 * the room is left. What was heard stays when the microphone goes.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Samples } from '../../modalities/sound/input.ts';
import { levelOf } from './level.ts';
import { createRing, type Ring } from './ring.ts';

export type Phase = 'off' | 'asking' | 'on' | 'refused' | 'missing' | 'gone' | 'failed';

export interface Microphone {
  readonly phase: ReadonlySignal<Phase>;
  /** 0 to 1, falling slowly enough to be read. */
  readonly level: ReadonlySignal<number>;
  readonly isCut: ReadonlySignal<boolean>;
  /** Seconds that can still be kept. */
  readonly heard: ReadonlySignal<number>;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
  /** Up to so many seconds, up to now. */
  readonly last: (seconds: number) => Samples;
  readonly dispose: () => void;
}

/** How far back one can reach. */
export const REACH_SECONDS = 60;
const FALL = 0.85;
const CUT_SHOWN_MS = 1_500;

interface Line {
  readonly stream: MediaStream;
  readonly context: AudioContext;
}

export function createMicrophone(wantedRate: number): Microphone {
  const phase = signal<Phase>('off');
  const level = signal(0);
  const isCut = signal(false);
  const heard = signal(0);
  let line: Line | null = null;
  let ring: Ring | null = null;
  let rate = wantedRate;
  let attempt = 0;
  let cutTimer = 0;

  const take = (block: Float32Array): void => {
    ring?.push(block);
    const now = levelOf(block);
    level.value = Math.max(now.level, level.value * FALL);
    heard.value = Math.floor((ring?.size() ?? 0) / rate);
    if (!now.isCut) return;
    isCut.value = true;
    clearTimeout(cutTimer);
    cutTimer = window.setTimeout(() => {
      isCut.value = false;
    }, CUT_SHOWN_MS);
  };
  const hangUp = (next: Phase): void => {
    attempt += 1;
    const old = line;
    line = null;
    level.value = 0;
    phase.value = next;
    if (old) close(old);
  };
  const start = async (): Promise<void> => {
    if (phase.value === 'asking' || phase.value === 'on') return;
    phase.value = 'asking';
    attempt += 1;
    const own = attempt;
    try {
      const opened = await open(wantedRate, take);
      if (own !== attempt) return close(opened); // The person left meanwhile.
      line = opened;
      if (!ring || rate !== opened.context.sampleRate) {
        rate = opened.context.sampleRate;
        ring = createRing(Math.ceil(REACH_SECONDS * rate));
      }
      for (const track of opened.stream.getAudioTracks())
        track.addEventListener('ended', () => line === opened && hangUp('gone'));
      phase.value = 'on';
    } catch (error) {
      if (own === attempt) phase.value = phaseOf(error);
    }
  };
  return {
    phase,
    level,
    isCut,
    heard,
    start,
    stop: () => hangUp('off'),
    last: (seconds) => ({ samples: ring?.last(seconds * rate) ?? new Float32Array(0), rate }),
    dispose() {
      clearTimeout(cutTimer);
      hangUp('off');
    },
  };
}

async function open(wantedRate: number, take: (block: Float32Array) => void): Promise<Line> {
  // What makes speech pleasant on the telephone takes away what tells sounds apart.
  const audio = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  if (!navigator.mediaDevices) throw new DOMException('no devices here', 'NotFoundError');
  const stream = await navigator.mediaDevices.getUserMedia({ audio });
  try {
    return { stream, context: await connect(stream, wantedRate, take) };
  } catch (error) {
    stop(stream);
    throw error;
  }
}

/** At the rate of the project where the browser can; else at its own. */
async function connect(
  stream: MediaStream,
  wantedRate: number,
  take: (block: Float32Array) => void,
): Promise<AudioContext> {
  try {
    return await listen(new AudioContext({ sampleRate: wantedRate }), stream, take);
  } catch {
    return listen(new AudioContext(), stream, take);
  }
}

async function listen(
  context: AudioContext,
  stream: MediaStream,
  take: (block: Float32Array) => void,
): Promise<AudioContext> {
  try {
    await context.audioWorklet.addModule(new URL('recorder-worklet.js', document.baseURI));
    const node = new AudioWorkletNode(context, 'hone-recorder', { numberOfOutputs: 0 });
    node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => take(data);
    context.createMediaStreamSource(stream).connect(node);
    await context.resume();
    return context;
  } catch (error) {
    void context.close();
    throw error;
  }
}

function close({ stream, context }: Line): void {
  stop(stream);
  void context.close();
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function phaseOf(error: unknown): Phase {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' ? 'missing' : 'failed';
}
