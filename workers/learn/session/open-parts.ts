/** What a session is made of when a project is opened: its state, its items as features, an engine. */
import type { ProjectId } from '../../../src/domain/records.ts';
import { foldEvents, type ProjectState } from '../../../src/domain/state.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { LearnerStatus } from '../../api.ts';
import type { Engine } from '../engine/engine.ts';
import { readOffer } from '../network/offer-cache.ts';
import { openChosenEngine } from './backends.ts';
import { type ChosenEncoder, chooseEncoder } from './choose-encoder.ts';
import { deviceMemory } from './device-memory.ts';
import type { EncodedProject } from './encoding/encoded-project.ts';
import { ensureEncoded } from './encoding/ensure-encoded.ts';
import { limitsFor, type RowLimits } from './encoding/sample.ts';
import { createInputs, type ReadInputs, type TryInputs, toolsOf } from './inputs.ts';
import { readStatus, rowsById } from './persistence.ts';
import { withDecided } from './pool/admit.ts';
import type { Quiet } from './quiet.ts';
import { blankStatus } from './status.ts';
import { noteOnUnread } from './unread-note.ts';

export interface SessionOptions {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  /** How many items may be rows; absent = what the device bears. */
  readonly limits?: RowLimits;
  /** Absent = nobody is disturbed. */
  readonly quiet?: Quiet;
  readonly publish: (status: LearnerStatus) => void;
}

export interface SessionParts {
  readonly state: ProjectState;
  readonly status: LearnerStatus;
  readonly chosen: ChosenEncoder;
  readonly inputs: ReadInputs;
  readonly tryRead: TryInputs;
  readonly encoded: EncodedProject;
  readonly engine: Engine;
}

/** Encodes what is not yet encoded. Rejects when the project is not on this device. */
export async function openParts(options: SessionOptions): Promise<SessionParts> {
  const { storage, projectId, publish } = options;
  const state = foldEvents(await storage.events.of(projectId));
  if (!state) throw new Error(`There is no project ${projectId} on this device.`);
  const offer = await readOffer(storage, projectId);
  const status: LearnerStatus = {
    ...blankStatus(projectId),
    ...(await readStatus(storage, projectId)),
    phase: 'encoding',
    progress: 0,
    message: null,
    network: offer && { kind: 'offer', offer },
  };
  publish(status);
  const engine = await openChosenEngine(storage);
  const chosen = await chooseEncoder(storage, state.project);
  const { encoder } = chosen;
  const { read: inputs, tryRead } = createInputs(encoder, storage, projectId);
  const tools = toolsOf(engine);
  const all = await ensureEncoded({
    storage,
    projectId,
    encoder,
    inputs: tryRead,
    tools,
    project: state.project,
    ...(options.quiet ? { quiet: options.quiet } : {}),
    limits: options.limits ?? limitsFor(deviceMemory()),
    onProgress: (progress) => publish({ ...status, progress }),
  });
  const parts = { storage, encoder, inputs: tryRead, tools };
  const rowOf = rowsById(all.ids);
  const encoded = await withDecided(parts, all, { state, rowOf });
  const learning = { ...status, phase: 'learning', progress: 1 } as const;
  const opened = { ...learning, message: noteOn(chosen, encoded) };
  publish(opened);
  return { state, status: opened, chosen, inputs, tryRead, encoded, engine };
}

/** What is not as the person asked for, in plain words. */
export function noteOn({ note }: ChosenEncoder, { unread, ids }: EncodedProject): string | null {
  return [note, noteOnUnread(unread, ids.length)].filter(Boolean).join(' ') || null;
}
