/** What happens in the camera room: shots one after the other, bursts, what was taken so far. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ClassId, ImportId } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { recordCaptures } from '../shared/capture.ts';
import { type Camera, createCamera } from './camera.ts';
import { createClick } from './click-sound.ts';
import { type Shot, takePicture } from './shutter.ts';
import { strings } from './strings.ts';

export interface CameraDesk {
  readonly camera: Camera;
  readonly isSaving: ReadonlySignal<boolean>;
  /** Newest first. */
  readonly shots: ReadonlySignal<readonly Shot[]>;
  readonly taken: ReadonlySignal<number>;
  readonly problem: ReadonlySignal<string | null>;
  readonly video: { current: HTMLVideoElement | null };
  /** Takes one picture, after those that were asked for before. */
  shoot(classId: ClassId | null): Promise<void>;
  /** From now on one after the other, until released. */
  press(): void;
  release(): void;
  dispose(): void;
}

const SHOTS_SHOWN = 8;
const BURST_AFTER_MS = 450;
const BURST_PAUSE_MS = 200;
/** The learner reads new pictures once the person pauses. */
const REFRESH_AFTER_MS = 2_000;

export interface DeskOptions {
  readonly services: Services;
  readonly session: ProjectSession;
  /** What is taken is to be decided about by the model. */
  readonly isToDecide: boolean;
}

const CAPTURES = { source: strings.title, format: 'jpg' };

export function createDesk({ services, session, isToDecide }: DeskOptions): CameraDesk {
  const camera = createCamera();
  const click = createClick();
  const isSaving = signal(false);
  const shots = signal<readonly Shot[]>([]);
  const taken = signal(0);
  const problem = signal<string | null>(null);
  const video: CameraDesk['video'] = { current: null };
  const importId = services.ids.next() as ImportId;
  const arrival = isToDecide ? CAPTURES : undefined;
  let isHeld = false;
  let line = Promise.resolve();
  let refreshing: ReturnType<typeof setTimeout> | undefined;

  const refreshLater = (): void => {
    clearTimeout(refreshing);
    refreshing = setTimeout(() => void session.refresh(), REFRESH_AFTER_MS);
  };
  const take = async (classId: ClassId | null): Promise<void> => {
    if (!video.current || camera.state.peek().phase !== 'live') return;
    isSaving.value = true;
    try {
      const outcome = await takePicture(
        { services, session, importId, arrival },
        video.current,
        classId,
      );
      problem.value = outcome.ok ? outcome.refusal : outcome.problem;
      if (!outcome.ok) return;
      taken.value += 1;
      shots.value = [outcome.shot, ...shots.peek()].slice(0, SHOTS_SHOWN);
      click.play();
      refreshLater();
    } finally {
      isSaving.value = false;
    }
  };
  const shoot = (classId: ClassId | null): Promise<void> => {
    line = line.then(() => take(classId));
    return line;
  };
  const burst = async (): Promise<void> => {
    await shoot(null);
    await pause(BURST_AFTER_MS);
    while (isHeld && camera.state.peek().phase === 'live') {
      await shoot(null);
      await pause(BURST_PAUSE_MS);
    }
  };
  return {
    camera,
    isSaving,
    shots,
    taken,
    problem,
    video,
    shoot,
    press() {
      if (isHeld) return;
      isHeld = true;
      void burst();
    },
    release() {
      isHeld = false;
    },
    dispose() {
      isHeld = false;
      clearTimeout(refreshing);
      camera.stop();
      click.dispose();
      if (isToDecide) void session.refresh();
      else void recordCaptures(session, { importId, ...CAPTURES }, taken.peek());
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
