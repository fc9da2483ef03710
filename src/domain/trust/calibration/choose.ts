/**
 * Which map makes the probabilities hold, by the audit answers themselves: cross-validated log loss
 * (each answer judged by a map that was fitted without it). A temperature is what every other one has
 * to beat, by one standard error of the difference (after Breiman and others 1984), and what gives way
 * to no map at all where it gains nothing. Finer maps are not even tried on few answers.
 */
import type { AuditedItem } from '../evidence.ts';
import { halfFreed } from './half-freed.ts';
import { fitIsotonic } from './isotonic.ts';
import { AS_IT_SAYS, type CalibrationKind, type CalibrationMap } from './map.ts';
import { type Base, fitTemperature } from './temperature.ts';
import { fitVector } from './vector.ts';

export const CALIBRATION_FOLDS = 5;
/** The newest so many tell which kind it is; the map itself is fitted on all. */
export const MOST_JUDGED = 500;
/** Fewer answers cannot tell whether a temperature gains anything: its prior decides. */
export const LEAST_TO_JUDGE = 20;
/** Two numbers a class: so many answers for each class at the least, and in all. */
export const VECTOR_ANSWERS = { perClass: 20, least: 60 } as const;
export const ISOTONIC_ANSWERS = 200;
/** Two numbers for each of more classes would be a model of its own. */
export const VECTOR_CLASSES = 20;

/** One audit answer: what a map is fitted on, one or, with several classes per item, one for each class. */
export interface CalibrationRow {
  readonly items: readonly AuditedItem[];
  /** -ln of what the map gives to all that was said of the item. */
  readonly lossAt: (map: CalibrationMap) => number;
}

export interface Candidate {
  readonly kind: CalibrationKind;
  /** Cross-validated, nats an answer; null where it was not tried. */
  readonly logLoss: number | null;
  /** Answers that it takes; null where it does not fit these classes however many there are. */
  readonly needed: number | null;
}

export interface CalibrationChoice {
  readonly map: CalibrationMap;
  /** For each row, one that was fitted without it; of the kind chosen. Worked out when it is asked for. */
  readonly folds: () => readonly CalibrationMap[];
  readonly candidates: readonly Candidate[];
}

export interface ChooseOptions {
  readonly classes: number;
  /** Vector scaling is for one class an item: a yes or no has no other class to be weighed against. */
  readonly isSingle: boolean;
  /** Of the classes, when the model learned (`order-score.ts`); absent = all alike. */
  readonly weights?: readonly number[];
}

export function chooseCalibration(
  rows: readonly CalibrationRow[],
  options: ChooseOptions,
): CalibrationChoice {
  const kinds: readonly CalibrationKind[] = ['identity', 'temperature', 'vector', 'isotonic'];
  const shifts = options.isSingle ? halfFreed(options.weights ?? []) : null;
  const judged = rows.slice(-MOST_JUDGED);
  const parts = partsOf(judged, shifts);
  const tried = kinds.map((kind) => tryKind(kind, { ...options, rows: judged, parts }));
  const chosen = best(tried, rows.length);
  const isWhole = judged.length === rows.length;
  return {
    map: fitPart(chosen.kind, toPart(rows, shifts)),
    folds: () => foldsOf(chosen.kind, rows.length, isWhole ? parts : partsOf(rows, shifts)),
    candidates: tried.map(({ kind, losses, needed }) => ({
      kind,
      logLoss: losses && mean(losses),
      needed,
    })),
  };
}

interface Tried {
  readonly kind: CalibrationKind;
  readonly needed: number | null;
  readonly losses: readonly number[] | null;
}

interface TryInput extends ChooseOptions {
  readonly rows: readonly CalibrationRow[];
  readonly parts: readonly Part[];
}

function tryKind(kind: CalibrationKind, { rows, parts, ...options }: TryInput): Tried {
  const needed = answersFor(kind, options);
  if (needed === null || rows.length < needed) return { kind, needed, losses: null };
  const folds = foldsOf(kind, rows.length, parts);
  const losses = rows.map((row, i) => row.lossAt(folds[i] ?? AS_IT_SAYS));
  return { kind, needed, losses };
}

/** Null for what does not fit these classes however many answers there are. */
export function answersFor(
  kind: CalibrationKind,
  { classes, isSingle }: ChooseOptions,
): number | null {
  if (kind === 'isotonic') return ISOTONIC_ANSWERS;
  if (kind !== 'vector') return LEAST_TO_JUDGE;
  if (!isSingle || classes > VECTOR_CLASSES) return null;
  return Math.max(VECTOR_ANSWERS.least, VECTOR_ANSWERS.perClass * classes);
}

function best(tried: readonly Tried[], rows: number): Tried {
  const [identity, temperature, ...finer] = tried as [Tried, Tried, ...Tried[]];
  if (rows === 0) return identity;
  if (!temperature.losses) return temperature;
  if (identity.losses && mean(identity.losses) <= mean(temperature.losses)) return identity;
  return finer.reduce((chosen, own) => {
    const isBetter = own.losses && isClearlyLess(own.losses, temperature.losses ?? []);
    return isBetter && mean(own.losses) < mean(chosen.losses ?? []) ? own : chosen;
  }, temperature);
}

/** By more than one standard error of the mean difference. */
function isClearlyLess(a: readonly number[], b: readonly number[]): boolean {
  const gains = a.map((value, i) => (b[i] ?? 0) - value);
  const gain = mean(gains);
  const variance = gains.reduce((sum, one) => sum + (one - gain) ** 2, 0) / (gains.length - 1);
  return gain > Math.sqrt(variance / gains.length);
}

/** Answers that maps are fitted on, and what every kind begins from. */
interface Part {
  readonly items: readonly AuditedItem[];
  readonly base: Base;
}

function toPart(rows: readonly CalibrationRow[], shifts: readonly number[] | null): Part {
  const items = rows.flatMap((row) => row.items);
  if (!shifts) return { items, base: { temperature: fitTemperature(items) } };
  return { items, base: { temperature: fitTemperature(items, { shifts }), shifts } };
}

/** Without the answers of each fold. */
function partsOf(
  rows: readonly CalibrationRow[],
  shifts: readonly number[] | null,
): readonly Part[] {
  return Array.from({ length: CALIBRATION_FOLDS }, (_, fold) =>
    toPart(
      rows.filter((_row, i) => i % CALIBRATION_FOLDS !== fold),
      shifts,
    ),
  );
}

function foldsOf(
  kind: CalibrationKind,
  count: number,
  parts: readonly Part[],
): readonly CalibrationMap[] {
  const maps = parts.map((part) => fitPart(kind, part));
  return Array.from({ length: count }, (_, i) => maps[i % CALIBRATION_FOLDS] ?? AS_IT_SAYS);
}

function fitPart(kind: CalibrationKind, { items, base }: Part): CalibrationMap {
  if (kind === 'identity' || items.length === 0) return AS_IT_SAYS;
  if (kind === 'vector') return fitVector(items, base);
  return kind === 'isotonic' ? fitIsotonic(items, base) : { kind, ...base };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
