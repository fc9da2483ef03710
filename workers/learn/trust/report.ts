/** What the project may trust its model with: calibration, promise, thresholds and their consequences. */
import { proportion } from '../../../src/domain/evaluation/wilson.ts';
import type { ClassId } from '../../../src/domain/records.ts';
import type { ScoredAudit } from '../../../src/domain/trust/evidence.ts';
import {
  conformalQuantile,
  nonconformity,
  predictionSet,
} from '../../../src/domain/trust/prediction-sets.ts';
import { reliabilityBins } from '../../../src/domain/trust/reliability.ts';
import { mayBeAccepted, routeItem } from '../../../src/domain/trust/route-item.ts';
import type { RoutingSettings } from '../../../src/domain/trust/settings.ts';
import { calibrate } from '../../../src/domain/trust/temperature.ts';
import type { TrustReport } from '../../trust-api.ts';
import { type AuditSource, answerOf, auditRows, scoreRow, toFit } from './audited.ts';
import { figuresOf, foldTemperatures, scoreAll, temperatureFor } from './calibration.ts';
import { type Thresholds, thresholdCurve, thresholdsFor } from './thresholds.ts';

export const SET_COVERAGE = 0.9;

export interface TrustSource extends AuditSource {
  readonly classIds: readonly ClassId[];
  /** Rows nobody has decided on. */
  readonly candidates: Int32Array;
  readonly settings: RoutingSettings;
  /** Audited rows that go to people whatever the model says of them. */
  readonly leftToPeople: ReadonlySet<number>;
}

/** What decisions rest on: no item of the pool is looked at. */
export interface DecisionGrounds extends Thresholds {
  readonly temperature: number;
  readonly audits: number;
  /** Audit answers as the thresholds see them, those that people decide anyway left out. */
  readonly scored: readonly ScoredAudit[];
}

export function decisionGrounds(source: TrustSource): DecisionGrounds {
  const { mode, classIds, settings } = source;
  const rows = auditRows(source);
  const temperature = temperatureFor(rows, mode);
  // Thresholds act on probabilities at the one temperature in use, so that is what is judged. It has
  // one number to fit, and keeps the order of the confidences.
  const open = rows.filter(
    ({ row, probabilities }) =>
      !source.leftToPeople.has(row) &&
      mayBeAccepted(asInput(source, calibrate(probabilities, temperature, mode))),
  );
  const scored = open.map((row) => scoreRow(row, temperature, mode));
  return {
    temperature,
    audits: rows.length,
    scored,
    ...thresholdsFor(settings, scored, classIds),
  };
}

export function trustReport(source: TrustSource): TrustReport {
  const { mode, candidates } = source;
  const rows = auditRows(source);
  const raw = rows.map(() => 1);
  const folds = foldTemperatures(rows, mode);
  const { temperature, scored, promise, thresholds } = decisionGrounds(source);
  const pool = readPool(source, temperature, thresholds);
  const right = scoreAll(rows, folds, mode).filter(({ isRight }) => isRight).length;
  return {
    audits: rows.length,
    right: proportion(right, rows.length),
    poolSize: candidates.length,
    temperature,
    before: figuresOf(rows, raw, mode),
    after: figuresOf(rows, folds, mode),
    bins: reliabilityBins(scoreAll(rows, folds, mode)),
    binsBefore: reliabilityBins(scoreAll(rows, raw, mode)),
    promise,
    thresholds,
    curve: thresholdCurve(pool.confidences.sort(), scored),
    routes: pool.routes,
    sets: setsOf(source, temperature),
  };
}

interface Pool {
  /** Of the items that some threshold would let the model decide. */
  readonly confidences: Float32Array;
  readonly routes: { accept: number; review: number; escalate: number };
}

function readPool(
  source: TrustSource,
  temperature: number,
  thresholds: Readonly<Record<string, number>>,
): Pool {
  const { candidates, settings } = source;
  const confidences = new Float32Array(candidates.length);
  const routes = { accept: 0, review: 0, escalate: 0 };
  const unchecked = { ...settings, rules: [], spotCheckShare: 0 };
  let open = 0;
  for (const row of candidates) {
    const input = { ...asInput(source, calibratedRow(source, row, temperature)), thresholds };
    if (mayBeAccepted(input)) confidences[open++] = input.probability;
    const { route } = routeItem({ ...input, ...UNREAD, settings: unchecked });
    routes[route] += 1;
  }
  return { confidences: confidences.subarray(0, open), routes };
}

/** The words of the pool's items are not read here, so no rule can match. */
const UNREAD = { level: 'correct', text: '', fields: {}, isUnlike: false, draw: 1 } as const;

/** The model's answer to one item, as routing takes it. */
function asInput({ classIds, mode, settings }: TrustSource, scaled: readonly number[]) {
  const { classes, confidence } = answerOf(scaled, mode);
  return {
    classes: classes.flatMap((c) => classIds[c] ?? []),
    probability: confidence,
    all: classIds.map((classId, c) => ({ classId, probability: scaled[c] ?? 0 })),
    settings,
  };
}

export function calibratedRow(
  { probabilities, classes, mode }: Pick<AuditSource, 'probabilities' | 'classes' | 'mode'>,
  row: number,
  temperature: number,
): number[] {
  const own = probabilities.subarray(row * classes, (row + 1) * classes);
  return calibrate(own, temperature, mode);
}

/** One class per item only: of several classes each would need a set of its own. */
function setsOf(source: TrustSource, temperature: number): TrustReport['sets'] {
  const none = { coverage: SET_COVERAGE, meanSize: null, single: null };
  const { candidates, mode } = source;
  if (mode !== 'single' || candidates.length === 0) return none;
  const scores = toFit(auditRows(source), mode).map(({ probabilities, truth }) =>
    nonconformity({ probabilities: calibrate(probabilities, temperature, mode), truth }),
  );
  const quantile = conformalQuantile(scores, SET_COVERAGE);
  if (!Number.isFinite(quantile)) return none;
  let size = 0;
  let single = 0;
  for (const row of candidates) {
    const { length } = predictionSet(calibratedRow(source, row, temperature), quantile);
    size += length;
    if (length === 1) single += 1;
  }
  return {
    coverage: SET_COVERAGE,
    meanSize: size / candidates.length,
    single: single / candidates.length,
  };
}
