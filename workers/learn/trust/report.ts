/** What the project may trust its model with: calibration, promise, thresholds and their consequences. */
import { proportion } from '../../../src/domain/evaluation/wilson.ts';
import type { ClassId } from '../../../src/domain/records.ts';
import type { CalibrationChoice } from '../../../src/domain/trust/calibration/choose.ts';
import {
  AS_IT_SAYS,
  type CalibrationMap,
  calibrate,
} from '../../../src/domain/trust/calibration/map.ts';
import type { ScoredAudit } from '../../../src/domain/trust/evidence.ts';
import { orderScore } from '../../../src/domain/trust/order-score.ts';
import {
  conformalQuantile,
  nonconformity,
  predictionSet,
} from '../../../src/domain/trust/prediction-sets.ts';
import { reliabilityBins } from '../../../src/domain/trust/reliability.ts';
import { mayBeAccepted, routeItem } from '../../../src/domain/trust/route-item.ts';
import type { RoutingSettings } from '../../../src/domain/trust/settings.ts';
import type { TrustReport } from '../../trust-api.ts';
import { type AuditSource, answerOf, auditRows, scoreRow, toFit } from './audited.ts';
import { calibrationOf, figuresOf, scoreAll } from './calibration.ts';
import { type Thresholds, thresholdCurve, thresholdsFor } from './thresholds.ts';

export const SET_COVERAGE = 0.9;

export interface TrustSource extends AuditSource {
  readonly classIds: readonly ClassId[];
  /** Rows nobody has decided on. */
  readonly candidates: Int32Array;
  readonly settings: RoutingSettings;
  /** Of the classes, when the model learned (`order-score.ts`); absent = all alike. */
  readonly weights?: readonly number[];
  /** Audited rows that go to people whatever the model says of them. */
  readonly leftToPeople: ReadonlySet<number>;
}

/** What decisions rest on: no item of the pool is looked at. */
export interface DecisionGrounds extends Thresholds {
  readonly calibration: CalibrationMap;
  readonly choice: CalibrationChoice;
  readonly audits: number;
  /** Audit answers as the thresholds see them, those that people decide anyway left out. */
  readonly scored: readonly ScoredAudit[];
}

export function decisionGrounds(source: TrustSource): DecisionGrounds {
  const { mode, classIds, settings } = source;
  const rows = auditRows(source);
  const choice = calibrationOf(rows, mode, source.weights);
  const calibration = choice.map;
  const open = rows.filter(
    ({ row, probabilities }) =>
      !source.leftToPeople.has(row) &&
      mayBeAccepted(readAnswer(source, probabilities, calibration)),
  );
  const scored = open.map((row) => scoreRow(row, calibration, mode));
  // A promise is tested on an order that no audit answer had a say in (`RouteInput.score`).
  const ranked = open.map((row) => ({
    confidence: orderScore(row.probabilities, source.weights ?? [], mode),
    isRight: scoreRow(row, AS_IT_SAYS, mode).isRight,
  }));
  return {
    calibration,
    choice,
    audits: rows.length,
    scored,
    ...thresholdsFor(settings, ranked, classIds),
  };
}

export function trustReport(source: TrustSource): TrustReport {
  const { mode, candidates } = source;
  const rows = auditRows(source);
  const raw = rows.map(() => AS_IT_SAYS);
  const { calibration, choice, scored, promise, thresholds } = decisionGrounds(source);
  const { candidates: tried } = choice;
  const folds = choice.folds();
  const pool = readPool(source, calibration, thresholds);
  const right = scoreAll(rows, folds, mode).filter(({ isRight }) => isRight).length;
  return {
    audits: rows.length,
    right: proportion(right, rows.length),
    poolSize: candidates.length,
    calibration,
    tried,
    before: figuresOf(rows, raw, mode),
    after: figuresOf(rows, folds, mode),
    bins: reliabilityBins(scoreAll(rows, folds, mode)),
    binsBefore: reliabilityBins(scoreAll(rows, raw, mode)),
    promise,
    thresholds,
    curve: thresholdCurve(pool.confidences.sort(), scored),
    routes: pool.routes,
    sets: setsOf(source, calibration),
  };
}

interface Pool {
  /** Of the items that some threshold would let the model decide. */
  readonly confidences: Float32Array;
  readonly routes: { accept: number; review: number; escalate: number };
}

function readPool(
  source: TrustSource,
  calibration: CalibrationMap,
  thresholds: Readonly<Record<string, number>>,
): Pool {
  const { candidates, settings } = source;
  const confidences = new Float32Array(candidates.length);
  const routes = { accept: 0, review: 0, escalate: 0 };
  const unchecked = { ...settings, rules: [], spotCheckShare: 0 };
  let open = 0;
  for (const row of candidates) {
    const input = { ...readAnswer(source, rowOf(source, row), calibration), thresholds };
    if (mayBeAccepted(input)) confidences[open++] = input.probability;
    const { route } = routeItem({ ...input, ...UNREAD, settings: unchecked });
    routes[route] += 1;
  }
  return { confidences: confidences.subarray(0, open), routes };
}

/** The words of the pool's items are not read here, so no rule can match. */
const UNREAD = { level: 'correct', text: '', fields: {}, isUnlike: false, draw: 1 } as const;

type AnswerSource = Pick<TrustSource, 'classIds' | 'mode' | 'settings' | 'weights'>;

/** The model's answer to one item, as routing takes it. */
export function readAnswer(
  { classIds, mode, settings, weights = [] }: AnswerSource,
  probabilities: ArrayLike<number>,
  calibration: CalibrationMap,
) {
  const scaled = calibrate(probabilities, calibration, mode);
  const { classes, confidence } = answerOf(scaled, mode);
  const isPromised = settings.accept.kind === 'promise';
  return {
    classes: classes.flatMap((c) => classIds[c] ?? []),
    probability: confidence,
    score: isPromised ? orderScore(probabilities, weights, mode) : confidence,
    all: classIds.map((classId, c) => ({ classId, probability: scaled[c] ?? 0 })),
    settings,
  };
}

type Rows = Pick<AuditSource, 'probabilities' | 'classes' | 'mode'>;

export const rowOf = ({ probabilities, classes }: Omit<Rows, 'mode'>, row: number): Float32Array =>
  probabilities.subarray(row * classes, (row + 1) * classes);

export function calibratedRow(source: Rows, row: number, calibration: CalibrationMap): number[] {
  return calibrate(rowOf(source, row), calibration, source.mode);
}

/** One class per item only: of several classes each would need a set of its own. */
function setsOf(source: TrustSource, calibration: CalibrationMap): TrustReport['sets'] {
  const none = { coverage: SET_COVERAGE, meanSize: null, single: null };
  const { candidates, mode } = source;
  if (mode !== 'single' || candidates.length === 0) return none;
  const scores = toFit(auditRows(source), mode).map(({ probabilities, truth }) =>
    nonconformity({ probabilities: calibrate(probabilities, calibration, mode), truth }),
  );
  const quantile = conformalQuantile(scores, SET_COVERAGE);
  if (!Number.isFinite(quantile)) return none;
  let size = 0;
  let single = 0;
  for (const row of candidates) {
    const { length } = predictionSet(calibratedRow(source, row, calibration), quantile);
    size += length;
    if (length === 1) single += 1;
  }
  return {
    coverage: SET_COVERAGE,
    meanSize: size / candidates.length,
    single: single / candidates.length,
  };
}
