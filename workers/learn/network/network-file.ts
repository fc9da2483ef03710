/** A network that learned from answers, to and from its file in the project. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { BlobHash, ImportId, Project, ProjectId } from '../../../src/domain/records.ts';
import type { Encoder } from '../../../src/modalities/contract.ts';
import { encoderOf } from '../../../src/modalities/encoders.ts';
import type { Explainer } from '../../../src/modalities/explain-contract.ts';
import { trainedExplainerOf } from '../../../src/modalities/trained/explainers.ts';
import { splitTrained, TRAINED, type TrainedFacts } from '../../../src/modalities/trained/facts.ts';
import { trainableOf, trainedEncoder } from '../../../src/modalities/trained/index.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { decodeValue, encodeValue } from '../../../src/storage/backup-codec.ts';

/** No import owns it: none that fails takes it along. */
const OWNER = 'settings' as ImportId;

export function writeTrained(facts: TrainedFacts, state: unknown): string {
  return `${JSON.stringify(facts)}\n${encodeValue(state)}`;
}

/** Returns the value for `settings.encoder`. */
export async function storeTrained(
  storage: Storage,
  projectId: ProjectId,
  text: string,
): Promise<string> {
  const blob = new Blob([text], { type: 'application/json' });
  const hash = bytesToHex(sha256(new Uint8Array(await blob.arrayBuffer()))) as BlobHash;
  await storage.files.add([{ hash, blob }], { projectId, importId: OWNER });
  return `${TRAINED}${hash}`;
}

export interface OpenTrained {
  readonly encoder: Encoder<unknown, unknown>;
  readonly explainer: Explainer<unknown, unknown>;
}

/** Rejects with a reason in plain words when it cannot be used. */
export async function openTrained(
  storage: Storage,
  { id, modality, settings }: Pick<Project, 'id' | 'modality' | 'settings'>,
): Promise<OpenTrained> {
  const hash = (settings.encoder ?? '').slice(TRAINED.length) as BlobHash;
  const blob = await storage.files.get(id, hash);
  if (!blob) throw new Error('its file is not on this device');
  const { facts, rest } = splitTrained(await blob.text());
  const trainable = trainableOf(modality);
  if (!trainable || facts.modality !== modality)
    throw new Error(`it reads items of another kind (${facts.modality})`);
  if (facts.settingsKey !== (encoderOf(modality).settingsKey?.(settings) ?? ''))
    throw new Error('the kinds of the columns have changed since it learned');
  const encoder = trainedEncoder(modality, { state: decodeValue(rest), hash });
  return { encoder, explainer: trainedExplainerOf(modality) };
}
