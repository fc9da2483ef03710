/**
 * Isotonic calibration of the confidence in the answer (Zadrozny and Elkan 2002, here for the
 * proposed class): of the audited items, how many as sure as this were right, as the non-decreasing
 * steps of least squared error, found by pooling adjacent violators (Ayer and others 1955). Joined
 * by straight lines between the centres of the steps, and mixed with a little of what it began with,
 * so that who was surer stays surer.
 */
import type { AuditedItem } from '../evidence.ts';
import { proposed } from '../evidence.ts';
import { atBase } from './base.ts';
import type { CalibrationMap } from './map.ts';
import type { Base } from './temperature.ts';

type Isotonic = Extract<CalibrationMap, { kind: 'isotonic' }>;

/** Share of the confidence as it came, in what is said. */
const KEPT = 0.02;

export interface Step {
  /** Mean place and mean value of what was pooled, and how much it weighs. */
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** The non-decreasing steps nearest to the values, in squares. `points` ascend in x; weights are above 0. */
export function poolAdjacent(points: readonly Step[]): readonly Step[] {
  const steps: Step[] = [];
  for (const point of points) {
    let last = point;
    for (let before = steps.at(-1); before && before.y >= last.y; before = steps.at(-1)) {
      last = joined(before, last);
      steps.pop();
    }
    steps.push(last);
  }
  return steps;
}

function joined(a: Step, b: Step): Step {
  const weight = a.weight + b.weight;
  return {
    x: (a.x * a.weight + b.x * b.weight) / weight,
    y: (a.y * a.weight + b.y * b.weight) / weight,
    weight,
  };
}

/** On what is said at the temperature. Without items it changes nothing. */
export function fitIsotonic(items: readonly AuditedItem[], base: Base): Isotonic {
  const points = items
    .map(({ probabilities, truth }) => {
      const { index, confidence } = proposed(atBase(probabilities, base));
      const isRight = index === truth ? 1 : 0;
      return { x: confidence, y: isRight, weight: 1 };
    })
    .sort((a, b) => a.x - b.x);
  const steps = poolAdjacent(poolAdjacent(tied(points)).map(tempered));
  return {
    kind: 'isotonic',
    ...base,
    from: steps.map(({ x }) => x),
    to: steps.map(({ y }) => y),
  };
}

/**
 * One right and one wrong answer more in each step (Laplace): of 150 right ones of 150 nobody knows that
 * the next is.
 */
function tempered({ x, y, weight }: Step): Step {
  return { x, y: (y * weight + 1) / (weight + 2), weight };
}

/** Points at the same place are one. */
function tied(points: readonly Step[]): readonly Step[] {
  const merged: Step[] = [];
  for (const point of points) {
    const last = merged.at(-1);
    if (last && last.x === point.x) merged[merged.length - 1] = joined(last, point);
    else merged.push(point);
  }
  return merged;
}

/** `scaled`: probabilities at the map's temperature, [classes]; what is not the answer keeps its proportions. */
export function atIsotonic(scaled: readonly number[], map: Isotonic): number[] {
  const { index, confidence } = proposed(scaled);
  const said = (1 - KEPT) * along(confidence, map) + KEPT * confidence;
  const rest = 1 - confidence;
  const others = scaled.length - 1;
  return scaled.map((p, c) => {
    if (c === index) return said;
    return rest > 0 ? ((1 - said) * p) / rest : (1 - said) / others;
  });
}

/** Linear between the steps, level beyond the first and the last. */
function along(x: number, { from, to }: Isotonic): number {
  const after = from.findIndex((place) => place >= x);
  if (from.length === 0) return x;
  if (after === -1) return to.at(-1) as number;
  if (after === 0) return to[0] as number;
  const [x0, x1] = [from[after - 1] as number, from[after] as number];
  const [y0, y1] = [to[after - 1] as number, to[after] as number];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
