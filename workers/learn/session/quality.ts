/**
 * Quality of the current model on the audit stream: answers to questions drawn at random, which
 * the learner never trains on. Single-label: accuracy; multi-label: share of items whose whole
 * set is right. With its Wilson interval, always with n.
 */
import { macroF1 } from '../../../src/domain/evaluation/macro-f1.ts';
import { proportion } from '../../../src/domain/evaluation/wilson.ts';
import type { CheckpointMetrics, ClassId, LabelMode } from '../../../src/domain/records.ts';
import type { QualityPoint } from '../../api.ts';
import type { RowLabel } from './labels.ts';
import { proposeFor } from './proposals.ts';

/** Beyond this many points every second old one is dropped: a drawn curve needs no more. */
const MAX_POINTS = 200;

export interface AuditInput {
  readonly audit: readonly Pick<RowLabel, 'row' | 'classes'>[];
  readonly probabilities: Float32Array;
  readonly classIds: readonly ClassId[];
  readonly mode: LabelMode;
}

export function measureAudit(input: AuditInput): CheckpointMetrics {
  const { audit, classIds } = input;
  const indexOf = new Map(classIds.map((id, index) => [id, index]));
  const predicted = audit.map(({ row }) =>
    proposeFor({ ...input, row })
      .classes.map((id) => indexOf.get(id) ?? -1)
      .sort(ascending),
  );
  const truth = audit.map(({ classes }) => [...classes].sort(ascending));
  const hits = truth.filter((classes, i) => sameList(classes, predicted[i] ?? [])).length;
  const n = audit.length;
  if (n === 0) return { accuracy: null, macroF1: null, audits: 0 };
  return {
    accuracy: proportion(hits, n),
    macroF1: macroF1({ truth, predicted, classes: classIds.length }),
    audits: n,
  };
}

export function extendCurve(
  curve: readonly QualityPoint[],
  metrics: CheckpointMetrics,
  labels: number,
): readonly QualityPoint[] {
  if (!metrics.accuracy) return curve;
  const point: QualityPoint = { ...metrics.accuracy, labels };
  // One point per number of labels, and none from a future that was undone.
  const extended = [...curve.filter((old) => old.labels < labels), point];
  if (extended.length <= MAX_POINTS) return extended;
  return extended.filter((_, index) => index % 2 === 1 || index === extended.length - 1);
}

const ascending = (a: number, b: number): number => a - b;

function sameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
