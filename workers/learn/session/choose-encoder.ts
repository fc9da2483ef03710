/** Which encoder reads a project, and the explainer that goes with it. */
import type { BlobHash, Project } from '../../../src/domain/records.ts';
import type { Encoder } from '../../../src/modalities/contract.ts';
import { encoderOf } from '../../../src/modalities/encoders.ts';
import type { Explainer } from '../../../src/modalities/explain-contract.ts';
import { explainerOf } from '../../../src/modalities/explainers.ts';
import { TRAINED } from '../../../src/modalities/trained/facts.ts';
import type { Storage } from '../../../src/storage/api.ts';

export interface ChosenEncoder {
  readonly encoder: Encoder<unknown, unknown>;
  readonly explainer: Explainer<unknown, unknown>;
  /** Why the encoder that was asked for is not the one in use, in plain words; null = it is. */
  readonly note: string | null;
  dispose(): void;
}

/** `settings.encoder` of a network that a person brought. */
const NETWORK = 'network:';

/** Call it once a backend is there: networks are read into it. */
export async function chooseEncoder(
  storage: Storage,
  { id, modality, settings }: Pick<Project, 'id' | 'modality' | 'settings'>,
): Promise<ChosenEncoder> {
  const own = {
    encoder: encoderOf(modality),
    explainer: explainerOf(modality),
    note: null,
    dispose: () => undefined,
  };
  const wanted = settings.encoder ?? '';
  if (wanted.startsWith(TRAINED)) return chooseTrained(storage, { id, modality, settings }, own);
  if (!wanted.startsWith(NETWORK)) return own;
  const hash = wanted.slice(NETWORK.length) as BlobHash;
  try {
    const blob = await storage.files.get(id, hash);
    if (!blob) throw new Error('its file is not on this device');
    const [{ openNetwork }, { networkEncoder, networkExplainer }] = await Promise.all([
      import('../pretrained/network.ts'),
      import('../pretrained/network-encoder.ts'),
    ]);
    const network = await openNetwork(new Uint8Array(await blob.arrayBuffer()));
    return {
      encoder: networkEncoder(network, hash) as unknown as Encoder<unknown, unknown>,
      explainer: networkExplainer(network) as unknown as Explainer<unknown, unknown>,
      note: null,
      dispose: () => network.dispose(),
    };
  } catch (error) {
    const note = `The network you chose cannot be used (${reasonOf(error)}). Hone reads the pictures itself until you choose another.`;
    return { ...own, note };
  }
}

async function chooseTrained(
  storage: Storage,
  project: Pick<Project, 'id' | 'modality' | 'settings'>,
  own: ChosenEncoder,
): Promise<ChosenEncoder> {
  try {
    const { openTrained } = await import('../network/network-file.ts');
    return { ...own, ...(await openTrained(storage, project)) };
  } catch (error) {
    const note = `The network that learned from your answers cannot be used (${reasonOf(error)}). Hone reads the items its own way until you train again.`;
    return { ...own, note };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
