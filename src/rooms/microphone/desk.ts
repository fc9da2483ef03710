/** The state of the room: how much is kept, what waits to be trimmed, what was kept. Session state only. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ClassId, ImportId, Item, ProjectId } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { Samples } from '../../modalities/sound/input.ts';
import { answerCaptured, recordCaptures } from '../shared/capture.ts';
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

/**
 * What was kept and waits for the disk, by project, oldest first: a key pressed meanwhile is not
 * lost, nor what the disk refused while the person makes room elsewhere in Hone.
 */
const lines = new Map<ProjectId, Waiting[]>();

interface Waiting {
  readonly heard: Samples;
  readonly classId: ClassId | null;
  readonly isToDecide: boolean;
}

/** Shares of the take. */
export interface Trim {
  readonly from: number;
  readonly to: number;
}

const WHOLE: Trim = { from: 0, to: 1 };
const DEFAULT_SECONDS = 3;

export interface DeskOptions {
  readonly services: Services;
  readonly session: ProjectSession;
  /** What is kept is to be decided about by the model. */
  readonly isToDecide: boolean;
}

const CAPTURES = { source: strings.title, format: 'wav' };

export function createDesk({ services, session, isToDecide }: DeskOptions): Desk {
  const { clock, ids } = services;
  const microphone = createMicrophone(projectRate(session));
  const chime = createChime();
  const importId = ids.next() as ImportId;
  const decideId = ids.next() as ImportId;
  const windowMs = session.project.value.settings.sound?.windowMs ?? null;
  const seconds = signal(windowMs === null ? DEFAULT_SECONDS : windowMs / 1000);
  const trimsFirst = signal(false);
  const take = signal<Samples | null>(null);
  const trim = signal(WHOLE);
  const kept = signal<readonly Kept[]>([]);
  const isSaving = signal(false);
  const line = lines.get(session.id) ?? [];
  lines.set(session.id, line);
  const unsaved = signal(line.length);
  const problem = signal<string | null>(line.length > 0 ? strings.stillUnsaved(line.length) : null);
  const warn = (event: BeforeUnloadEvent): void => {
    if (line.length > 0 || take.value) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);

  let told = 0;
  const save = async ({ heard, classId, isToDecide }: Waiting): Promise<void> => {
    const begunAt = clock.now();
    const arrival = isToDecide ? CAPTURES : undefined;
    // One that waits from another visit may be of the other kind: it is an import of its own.
    const item = await keepSound(
      { services, session, importId: isToDecide ? decideId : importId, arrival },
      heard,
    );
    if (!isToDecide) told += 1;
    chime.ring();
    const durationMs = clock.now() - begunAt;
    const refusal =
      classId && (await answerCaptured(session, { itemId: item.id, classId, durationMs }));
    kept.value = [{ item, classId: refusal ? null : classId }, ...kept.value];
    if (refusal) problem.value = strings.notLabelled(refusal);
  };
  let saving: Promise<void> | null = null;
  const drain = async (): Promise<void> => {
    isSaving.value = true;
    problem.value = null;
    try {
      for (let next = line[0]; next; next = line[0]) {
        await save(next);
        line.shift();
        unsaved.value = line.length;
      }
    } catch (error) {
      problem.value = strings.notSaved(messageOf(error));
    } finally {
      isSaving.value = false;
      saving = null;
    }
  };
  const retry = async (): Promise<void> => {
    saving ??= drain();
    await saving;
    await session.refresh();
  };
  const finish = async (): Promise<void> => {
    // A take that waited to be trimmed was asked for: it is kept whole.
    if (take.value) line.push({ heard: take.value, classId: null, isToDecide });
    if (line.length > 0) await retry();
    chime.dispose();
    await recordCaptures(session, { importId, ...CAPTURES }, told);
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
    line.push({ heard, classId, isToDecide });
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
      window.removeEventListener('beforeunload', warn);
      microphone.dispose();
      void finish();
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
