/** The camera's life: asked for, live, refused, gone. Whoever opened it stops it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { strings } from './strings.ts';

export type Facing = 'environment' | 'user';

export type CameraState =
  | { readonly phase: 'off' }
  | { readonly phase: 'starting' }
  | { readonly phase: 'live'; readonly stream: MediaStream }
  | { readonly phase: 'failed'; readonly problem: string };

export interface Camera {
  readonly state: ReadonlySignal<CameraState>;
  start(facing: Facing): Promise<void>;
  stop(): void;
}

export function createCamera(): Camera {
  const state = signal<CameraState>({ phase: 'off' });
  let latest = 0;
  const release = (): void => {
    const now = state.peek();
    if (now.phase === 'live') for (const track of now.stream.getTracks()) track.stop();
  };
  return {
    state,
    async start(facing) {
      latest += 1;
      const mine = latest;
      release();
      state.value = { phase: 'starting' };
      const opened = await open(facing);
      if (mine !== latest) {
        if (opened.phase === 'live') for (const track of opened.stream.getTracks()) track.stop();
        return;
      }
      state.value = opened;
      if (opened.phase !== 'live') return;
      for (const track of opened.stream.getVideoTracks())
        track.addEventListener('ended', () => {
          if (mine === latest) state.value = { phase: 'failed', problem: strings.problems.lost };
        });
    },
    stop() {
      latest += 1;
      release();
      state.value = { phase: 'off' };
    },
  };
}

async function open(facing: Facing): Promise<CameraState> {
  if (!navigator.mediaDevices) return { phase: 'failed', problem: strings.problems.insecure };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: { ideal: facing }, width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
    return { phase: 'live', stream };
  } catch (error) {
    return { phase: 'failed', problem: sayRefusal(error) };
  }
}

function sayRefusal(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  const { refused, none, busy } = strings.problems;
  if (name === 'NotAllowedError' || name === 'SecurityError') return refused;
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return none;
  return busy;
}
