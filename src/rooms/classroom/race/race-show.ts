/** A race on show: the worker computes ahead, the person moves through it at any speed, both ways. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { RaceMessage, RaceStage } from '../../../../workers/api.ts';
import type { ClassroomClient } from '../../../engine/classroom.ts';
import { requestOf, type Scene } from '../scene/scene.ts';
import { createFrames, type Frames } from './frames.ts';

export type Phase =
  /** Nothing is computed until somebody wants to see it. */
  | { readonly status: 'waiting' }
  | { readonly status: 'reading'; readonly progress: number }
  | { readonly status: 'running' }
  | { readonly status: 'done' }
  | { readonly status: 'failed'; readonly message: string };

export interface RaceShow {
  readonly scene: ReadonlySignal<Scene>;
  readonly stage: ReadonlySignal<RaceStage | null>;
  readonly phase: ReadonlySignal<Phase>;
  readonly isPlaying: ReadonlySignal<boolean>;
  readonly frames: Frames;
  /** Another number whenever frames came in or went. */
  readonly version: ReadonlySignal<number>;
  /** Another scene: computed anew where it asks for other numbers. */
  set(scene: Scene): void;
  play(): void;
  pause(): void;
  /** Goes to so many answers and stays there; what is not yet computed is shown as it comes. */
  goTo(at: number): void;
  dispose(): void;
}

/** A slider that is being moved asks for many races: only the last is run. */
const SETTLE_MS = 180;
/** How often the newest answers are shown when they come as fast as they can. */
const FAST_MS = 60;

export function createRaceShow(client: ClassroomClient, first: Scene): RaceShow {
  const scene = signal(first);
  const stage = signal<RaceStage | null>(null);
  const phase = signal<Phase>({ status: 'waiting' });
  const isPlaying = signal(false);
  const version = signal(0);
  const frames = createFrames();
  let settling: ReturnType<typeof setTimeout> | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let race = 0;
  let calledOff = new AbortController();
  let isBegun = false;

  const take = (messages: readonly RaceMessage[]): void =>
    batch(() => {
      for (const message of messages) {
        if (message.kind === 'stage') stage.value = message;
        if (message.kind === 'frame') frames.add(message);
        if (message.kind === 'reading')
          phase.value = { status: 'reading', progress: message.progress };
        else phase.value = { status: 'running' };
      }
      version.value += 1;
    });

  const run = async (): Promise<void> => {
    race += 1;
    const own = race;
    phase.value = { status: 'running' };
    const hear = (messages: readonly RaceMessage[]): void => {
      if (own === race) take(messages);
    };
    const outcome = await client.race(requestOf(scene.value), hear, calledOff.signal);
    if (own !== race) return;
    if (outcome.ok) phase.value = { status: 'done' };
    else if (outcome.error.code !== 'cancelled')
      phase.value = { status: 'failed', message: outcome.error.message };
  };

  const callOff = (): void => {
    clearTimeout(settling);
    race += 1; // What is still on its way belongs to another race.
    calledOff.abort();
    calledOff = new AbortController();
  };

  const reset = (): void => {
    callOff();
    frames.clear();
    batch(() => {
      stage.value = null;
      phase.value = { status: 'waiting' };
      version.value += 1;
    });
  };

  const begin = (delayMs: number): void => {
    reset();
    isBegun = true;
    settling = setTimeout(() => void run(), delayMs);
  };

  const wake = (): void => {
    if (!isBegun) begin(0);
  };

  const pause = (): void => {
    clearInterval(ticking);
    isPlaying.value = false;
  };

  const reached = (): number => frames.reached(0, scene.value.lanes.length);

  /** A lane whose strategy has nothing left to ask ends the race before its last answer. */
  const end = (): number =>
    phase.value.status === 'done' ? reached() : (stage.value?.labels ?? Number.POSITIVE_INFINITY);

  const tick = (): void => {
    const { at, speed } = scene.value;
    const next = Math.min(reached(), speed === 0 ? Number.POSITIVE_INFINITY : at + 1);
    if (next !== at) scene.value = { ...scene.value, at: next };
    const isOver = next >= end();
    if (isOver || phase.value.status === 'failed') pause();
  };

  const play = (): void => {
    wake();
    pause();
    if (scene.value.at >= end()) scene.value = { ...scene.value, at: 0 };
    isPlaying.value = true;
    const { speed } = scene.value;
    ticking = setInterval(tick, speed === 0 ? FAST_MS : 1000 / speed);
  };

  if (isQuick(first) || first.at > 0) begin(0);

  return {
    scene,
    stage,
    phase,
    isPlaying,
    frames,
    version,
    set(next) {
      const before = scene.value;
      scene.value = next;
      if (JSON.stringify(requestOf(before)) !== JSON.stringify(requestOf(next))) {
        pause();
        reset();
        isBegun = false;
        if (isQuick(next) || next.at > 0) begin(SETTLE_MS);
      } else if (next.speed !== before.speed && isPlaying.value) play();
    },
    play,
    pause,
    goTo(at) {
      wake();
      pause();
      const most = stage.value?.labels ?? scene.value.labels;
      scene.value = { ...scene.value, at: Math.max(0, Math.min(most, at)) };
    },
    dispose() {
      pause();
      callOff();
    },
  };
}

/** Points of the plane are there at once; items must be read and encoded first. */
function isQuick({ source }: Scene): boolean {
  return source.kind === 'toy' || source.kind === 'drawn';
}
