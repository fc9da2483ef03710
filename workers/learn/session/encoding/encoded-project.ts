/** The items of a project as the learner sees them: rows of features, and whose they are. */
import type { ClassId, ItemId } from '../../../../src/domain/records.ts';
import type { Features } from '../../../../src/modalities/contract.ts';
import type { ReadProblem } from '../inputs.ts';
import type { Header, Stretch } from './chunks.ts';

export interface EncodedProject {
  readonly features: Features;
  readonly ids: readonly ItemId[];
  readonly given: readonly (readonly ClassId[] | null)[];
  /** Rows that are blank because their item could not be read. */
  readonly unread: ReadonlyMap<number, ReadProblem>;
  readonly encoderState: unknown;
  /** Equal fingerprints mean equal feature columns: snapshots are exchangeable. */
  readonly fingerprint: string;
  /** Only some of the items are rows; null = all, row = place. */
  readonly sampled: Sampled | null;
}

export interface Sampled {
  /** Items of the project. */
  readonly total: number;
  /** The first so many rows were drawn at random from all items; the others came in for a reason. */
  readonly drawn: number;
}

/** Items of the project that are no rows. */
export function outsideOf({ sampled, ids }: Pick<EncodedProject, 'sampled' | 'ids'>): number {
  return sampled ? sampled.total - ids.length : 0;
}

export interface Assembly {
  readonly features: Features;
  readonly stretches: readonly Stretch[];
  readonly header: Pick<Header, 'state' | 'fingerprint' | 'sample'>;
}

export function assemble({ features, stretches, header }: Assembly): EncodedProject {
  const unread = new Map<number, ReadProblem>();
  let first = 0;
  for (const stretch of stretches) {
    for (const { at, problem } of stretch.unread ?? []) unread.set(first + at, problem);
    first += stretch.ids.length;
  }
  const { sample } = header;
  return {
    features,
    ids: stretches.flatMap(({ ids }) => ids),
    given: stretches.flatMap(({ given }) => given),
    unread,
    encoderState: header.state,
    fingerprint: header.fingerprint,
    sampled: sample ? { total: sample.total, drawn: sample.ordinals.length } : null,
  };
}
