/** The state of the room: how much is kept, what waits to be trimmed, what was kept. Session state only. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ClassId, ImportId, Item } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { Samples } from '../../modalities/sound/input.ts';
import { answerCaptured } from '../shared/capture.ts';
import { messageOf } from '../shared/message-of.ts';
import { createChime } from './chime.ts';
import { keepSound, projectRate } from './keep.ts';
import { createMicrophone, type Microphone } from './microphone.ts';
import { strings } from './strings.ts';

export interface Kept {
  readonly item: Item;
  readonly classId: ClassId | null;
}

export interface Desk {
  readonly microphone: Microphone;
  /** How many seconds are kept. */
  readonly seconds: Signal<number>;
  readonly trimsFirst: Signal<boolean>;
  /** Waits to be trimmed and saved, or let go. */
  readonly take: Signal<Samples | null>;
  readonly trim: Signal<Trim>;
  /** Newest first. */
  readonly kept: ReadonlySignal<readonly Kept[]>;
  readonly problem: ReadonlySignal<string | null>;
  readonly isSaving: ReadonlySignal<boolean>;
  /** Sounds that the disk has not taken yet. */
  readonly unsaved: ReadonlySignal<number>;
  /** Keeps what was just heard, or saves what waits; with a class, labelled. */
  readonly keep: (classId: ClassId | null) => Promise<void>;
  /** Saves what the disk refused before. */
  readonly retry: () => Promise<void>;
  readonly letGo: () => void;
  readonly dispose: () => void;
}

/** Shares of the take. */
export interface Trim {
  readonly from: number;
  readonly to: number;
}

const WHOLE: Trim = { from: 0, to: 1 };
const DEFAULT_SECONDS = 3;

export function createDesk(services: Services, session: ProjectSession): Desk {
  const { clock, ids } = services;
  const microphone = createMicrophone(projectRate(session));
  const chime = createChime();
  const importId = ids.next() as ImportId;
  const windowMs = session.project.value.settings.sound?.windowMs ?? null;
  const seconds = signal(windowMs === null ? DEFAULT_SECONDS : windowMs / 1000);
  const trimsFirst = signal(false);
  const take = signal<Samples | null>(null);
  const trim = signal(WHOLE);
  const kept = signal<readonly Kept[]>([]);
  const problem = signal<string | null>(null);
  const isSaving = signal(false);
  const unsaved = signal(0);
  /** What was kept and waits for the disk, oldest first: a key pressed meanwhile is not lost. */
  const line: { readonly heard: Samples; readonly classId: ClassId | null }[] = [];

  const save = async (heard: Samples, classId: ClassId | null): Promise<void> => {
    const begunAt = clock.now();
    const item = await keepSound({ services, session, importId }, heard);
    chime.ring();
    const durationMs = clock.now() - begunAt;
    const refusal =
      classId && (await answerCaptured(session, { itemId: item.id, classId, durationMs }));
    kept.value = [{ item, classId: refusal ? null : classId }, ...kept.value];
    if (refusal) problem.value = strings.notLabelled(refusal);
  };
  const retry = async (): Promise<void> => {
    if (isSaving.value) return;
    isSaving.value = true;
    problem.value = null;
    try {
      for (let next = line[0]; next; next = line[0]) {
        await save(next.heard, next.classId);
        line.shift();
        unsaved.value = line.length;
      }
    } catch (error) {
      problem.value = strings.notSaved(messageOf(error));
    } finally {
      isSaving.value = false;
    }
    await session.refresh();
  };
  const keep: Desk['keep'] = async (classId) => {
    const waiting = take.value;
    const heard = waiting ? trimmed(waiting, trim.value) : microphone.last(seconds.value);
    if (heard.samples.length === 0) {
      problem.value = strings.nothingHeard;
      return;
    }
    if (!waiting && trimsFirst.value && classId === null) {
      trim.value = WHOLE;
      take.value = heard;
      return;
    }
    take.value = null;
    line.push({ heard, classId });
    unsaved.value = line.length;
    await retry();
  };
  return {
    microphone,
    seconds,
    trimsFirst,
    take,
    trim,
    kept,
    problem,
    isSaving,
    unsaved,
    keep,
    retry,
    letGo() {
      take.value = null;
    },
    dispose() {
      microphone.dispose();
      chime.dispose();
    },
  };
}

export function trimmed({ samples, rate }: Samples, { from, to }: Trim): Samples {
  const first = Math.floor(from * samples.length);
  return {
    samples: samples.slice(first, Math.max(first + 1, Math.ceil(to * samples.length))),
    rate,
  };
}
