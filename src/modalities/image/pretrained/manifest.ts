/** What a model.json says of its weight files, before any of them is here. */
import { bytesOf, type WeightSpec } from './model-file.ts';

export interface Manifest {
  readonly paths: readonly string[];
  /** Of all weight files together. */
  readonly bytes: number;
}

interface ManifestGroup {
  readonly paths?: readonly unknown[];
  readonly weights?: readonly WeightSpec[];
}

/** Null where the bytes are no TensorFlow.js model with weights in files. */
export function readManifest(json: Uint8Array): Manifest | null {
  const groups = groupsOf(json);
  if (!groups) return null;
  const paths = groups.flatMap(({ paths: some = [] }) => some.map(String));
  const weights = groups.flatMap(({ weights: some = [] }) => some);
  if (weights.some(({ shape }) => !Array.isArray(shape))) return null;
  return { paths, bytes: weights.reduce((sum, spec) => sum + bytesOf(spec), 0) };
}

function groupsOf(json: Uint8Array): readonly ManifestGroup[] | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(json));
    const { modelTopology, weightsManifest } = (parsed ?? {}) as Record<string, unknown>;
    const groups = Array.isArray(weightsManifest) ? (weightsManifest as unknown[]) : null;
    const isEach = groups?.every((group) => typeof group === 'object' && group !== null) ?? false;
    return modelTopology !== undefined && isEach ? (groups as readonly ManifestGroup[]) : null;
  } catch {
    return null;
  }
}
