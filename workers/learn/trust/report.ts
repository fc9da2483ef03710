/** What the project may trust its model with: calibration, promise, thresholds and their consequences. */
import type { ClassId } from '../../../src/domain/records.ts';
import {
  conformalQuantile,
  nonconformity,
  predictionSet,
} from '../../../src/domain/trust/prediction-sets.ts';
import { reliabilityBins } from '../../../src/domain/trust/reliability.ts';
import { routeItem } from '../../../src/domain/trust/route-item.ts';
import type { RoutingSettings } from '../../../src/domain/trust/settings.ts';
import { calibrate } from '../../../src/domain/trust/temperature.ts';
import type { TrustReport } from '../../trust-api.ts';
import { type AuditSource, answerOf, auditRows, toFit } from './audited.ts';
import { figuresOf, foldTemperatures, scoreAll, temperatureFor } from './calibration.ts';
import { thresholdCurve, thresholdsFor } from './thresholds.ts';

export const SET_COVERAGE = 0.9;

export interface TrustSource extends AuditSource {
  readonly classIds: readonly ClassId[];
  /** Rows nobody has decided on. */
  readonly candidates: Int32Array;
  readonly settings: RoutingSettings;
}

export function trustReport(source: TrustSource): TrustReport {
  const { mode, classIds, settings, candidates } = source;
  const rows = auditRows(source);
  const temperature = temperatureFor(rows, mode);
  const raw = rows.map(() => 1);
  const folds = foldTemperatures(rows, mode);
  // Thresholds act on probabilities at the one temperature in use, so that is what is judged. It has
  // one number to fit, and keeps the order of the confidences.
  const scored = scoreAll(
    rows,
    rows.map(() => temperature),
    mode,
  );
  const { promise, byClass } = thresholdsFor(settings, scored, classIds);
  const pool = readPool(source, temperature, byClass);
  return {
    audits: rows.length,
    poolSize: candidates.length,
    temperature,
    before: figuresOf(rows, raw, mode),
    after: figuresOf(rows, folds, mode),
    bins: reliabilityBins(scoreAll(rows, folds, mode)),
    binsBefore: reliabilityBins(scoreAll(rows, raw, mode)),
    promise,
    thresholds: byClass,
    curve: thresholdCurve(pool.confidences.sort(), scored),
    routes: pool.routes,
    sets: setsOf(source, temperature),
  };
}

interface Pool {
  readonly confidences: Float32Array;
  readonly routes: { accept: number; review: number; escalate: number };
}

function readPool(
  source: TrustSource,
  temperature: number,
  thresholds: Readonly<Record<string, number>>,
): Pool {
  const { candidates, classIds, settings } = source;
  const confidences = new Float32Array(candidates.length);
  const routes = { accept: 0, review: 0, escalate: 0 };
  candidates.forEach((row, i) => {
    const scaled = calibratedRow(source, row, temperature);
    const { classes, confidence } = answerOf(scaled, source.mode);
    confidences[i] = confidence;
    const { route } = routeItem({
      classes: classes.flatMap((c) => classIds[c] ?? []),
      probability: confidence,
      all: classIds.map((classId, c) => ({ classId, probability: scaled[c] ?? 0 })),
      level: 'correct',
      settings: { ...settings, rules: [], spotCheckShare: 0 },
      thresholds,
      text: '',
      fields: {},
      isUnlike: false,
      draw: 1,
    });
    routes[route] += 1;
  });
  return { confidences, routes };
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
