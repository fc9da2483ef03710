/**
 * The model leaves with the person: one ZIP with the weights, what the encoder learned and a small
 * module that turns items into features and probabilities, in Node or in any browser.
 */
import { strToU8, zipSync } from 'fflate';
import type { CheckpointId } from '../../../src/domain/records.ts';
import type { CalibrationMap } from '../../../src/domain/trust/calibration/map.ts';
import { encoderOf } from '../../../src/modalities/encoders.ts';
import { trainedModality } from '../../../src/modalities/trained/index.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { encodeValue } from '../../../src/storage/backup-codec.ts';
import type { CardInput } from '../../card/card.ts';
import { readCard } from '../../card/read-card.ts';
import type { HeadSnapshot } from '../learner.ts';
import { badInput, scorePool, usableModel } from './compare.ts';
import { type ExportKind, exampleScript, readme } from './export-texts.ts';
import type { LearnSession } from './learn-session.ts';
import { calibrationFor } from './trust-session.ts';

export interface ExportRequest {
  readonly storage: Storage;
  readonly session: LearnSession;
  /** Null exports the model of this moment. */
  readonly id: CheckpointId | null;
  readonly kind: ExportKind;
}

/**
 * Throws `bad-input` when the checkpoint does not fit the project's present features or classes, and
 * when a network that the person brought reads the items: it is theirs, and not in the export.
 */
export async function exportModel(request: ExportRequest): Promise<Blob> {
  const { session, kind } = request;
  const { name, modality } = session.state.project;
  // A network that learned from the answers is small, and part of what the encoder knows.
  const isOwn = session.encoder.id === encoderOf(modality).id;
  if (!isOwn && trainedModality(session.encoder.id) === null)
    throw badInput(
      'A network that you brought reads these items, and an export cannot hold it. ' +
        'Choose Hone’s own way of reading under Classes → Settings, then export.',
    );
  const snapshot = await snapshotOf(request);
  const card = await readCard(request.storage, session.state, await behind(request));
  const files: Record<string, Uint8Array> = {
    'encoder.json': strToU8(describeEncoder(session, await calibrationOfExport(request))),
    'hone-predict.mjs': await loadRuntime(),
    'example.mjs': strToU8(exampleScript(kind, modality)),
    'README.md': strToU8(readme(kind, name, modality)),
    'CARD.md': strToU8(card.markdown),
    'card.json': strToU8(card.json),
  };
  if (kind === 'json')
    files['model.json'] = strToU8(encodeValue({ format: 'hone-model', version: 1, ...snapshot }));
  else Object.assign(files, await writeLayers(snapshot, session));
  return new Blob([zipSync(files, { level: 6 }) as Uint8Array<ArrayBuffer>], {
    type: 'application/zip',
  });
}

/** What the exported model rests on: a checkpoint keeps what was measured when it was made. */
async function behind({ storage, session, id }: ExportRequest): Promise<CardInput['status']> {
  if (id === null) return session.status;
  const all = await storage.checkpoints.list(session.status.projectId);
  const own = all.find((checkpoint) => checkpoint.id === id);
  if (!own) return undefined;
  const { labels, learnedUpTo, metrics } = own;
  const curve = metrics.accuracy ? [{ ...metrics.accuracy, labels }] : [];
  return { learnedUpTo, trainedOn: labels, curve };
}

async function snapshotOf({ storage, session, id }: ExportRequest): Promise<HeadSnapshot> {
  if (id === null) return session.learner.snapshot();
  return (await usableModel(storage, session, id)).snapshot;
}

/** A checkpoint is another model: the same audit answers speak for another map. */
async function calibrationOfExport({
  storage,
  session,
  id,
}: ExportRequest): Promise<CalibrationMap> {
  if (id === null) return session.calibration;
  const model = await usableModel(storage, session, id);
  return calibrationFor(session, await scorePool(session, model));
}

function describeEncoder(
  { encoder, encoded, state, labels }: LearnSession,
  calibration: CalibrationMap,
): string {
  const classes = labels.classIds.map((id) => {
    const definition = state.project.classes.find((one) => one.id === id);
    return { id, name: definition?.name ?? id };
  });
  return encodeValue({
    format: 'hone-encoder',
    version: 1,
    encoder: encoder.id,
    mode: state.project.mode,
    classes,
    calibration,
    state: encoded.encoderState,
  });
}

/** Built beside the app (`vite.config.ts`), self-contained, kept for offline like everything else. */
async function loadRuntime(): Promise<Uint8Array> {
  const response = await fetch(new URL('../hone-predict.mjs', self.location.href));
  if (!response.ok)
    throw new Error(`The prediction module could not be read (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

/** tfjs layers are loaded only by those who export. */
async function writeLayers(
  snapshot: HeadSnapshot,
  session: LearnSession,
): Promise<Record<string, Uint8Array>> {
  const { toLayersModel } = await import('./layers-model.ts');
  return toLayersModel(snapshot, session.encoded.features, session.state.project.mode);
}
