/**
 * Whether choosing the questions was worth it. The random arm is not observed: nobody labelled a
 * second project at random. But the audit answers were drawn at random, so a model that learns from
 * most of them, and is measured on the rest in turn, is what random questions would have given
 * (cross-validation, no bias by choice). It is held against the project's own model as it was after
 * as many answers, on the very same audit answers.
 */
import { mcNemar } from '../math/binomial.ts';
import type { QualityFigure } from '../records.ts';
import { proportion } from './wilson.ts';

/** Fewer audit answers would train a random arm of nothing. */
export const LEAST_RANDOM = 30;

export interface ArmsInput {
  /** Answers that the models of the random arm learned from (the fewest of the folds). */
  readonly labels: number;
  /** For each audit answer: is it right with random questions, and with chosen ones? */
  readonly random: readonly boolean[];
  readonly chosen: readonly boolean[];
  /** Share right of the project's own models on all audit answers, by answers learned, ascending. */
  readonly curve: readonly { readonly labels: number; readonly right: number }[];
}

export interface ArmsCompared {
  readonly labels: number;
  readonly random: QualityFigure;
  readonly chosen: QualityFigure;
  /** Exact McNemar test on the answers that only one arm gets right. */
  readonly pValue: number;
  /** Fewest measured answers from which on the chosen ones did as well as random ones with `labels`, or null. */
  readonly needed: number | null;
}

export function compareArms(input: ArmsInput): ArmsCompared | null {
  const { labels, random, chosen, curve } = input;
  const n = random.length;
  const right = (arm: readonly boolean[]): number => arm.filter(Boolean).length;
  const randomFigure = proportion(right(random), n);
  const chosenFigure = proportion(right(chosen), n);
  if (!randomFigure || !chosenFigure || n < LEAST_RANDOM) return null;
  const onlyRandom = random.filter((one, i) => one && !chosen[i]).length;
  const onlyChosen = chosen.filter((one, i) => one && !random[i]).length;
  return {
    labels,
    random: randomFigure,
    chosen: chosenFigure,
    pValue: mcNemar(onlyRandom, onlyChosen),
    needed: reachedFor(curve, randomFigure.value),
  };
}

/** A curve that touches the level by luck and falls again has not reached it. */
function reachedFor(curve: ArmsInput['curve'], level: number): number | null {
  const below = curve.findLastIndex(({ right }) => right < level);
  return curve[below + 1]?.labels ?? null;
}
