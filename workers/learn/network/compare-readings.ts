/**
 * Cross-validation of several ways of reading the same answers. Every fold is left out twice over: the
 * network has not learned from it, and neither has the head on what the network makes of the others.
 * Items with equal content go into one fold. The answers are those that were asked for, hard ones where a
 * strategy chose, so that the figures compare ways of reading rather than foretell accuracy.
 */
import { signTest } from '../../../src/domain/evaluation/sign-test.ts';
import { stratifiedFolds } from '../../../src/domain/evaluation/stratified-folds.ts';
import { proportion } from '../../../src/domain/evaluation/wilson.ts';
import { createRng, deriveSeed } from '../../../src/domain/math/rng.ts';
import type { LabelMode, QualityFigure } from '../../../src/domain/records.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { createLearner } from '../learner.ts';

export const FOLDS = 5;
/** A network is called better when chance explains its lead less often than this. */
const RARE = 0.05;

export interface Heads {
  readonly engine: Engine;
  readonly classes: number;
  readonly mode: LabelMode;
  /** Class indices of each row of the features. */
  readonly answers: readonly (readonly number[])[];
}

/** Which of these rows a head that learned the others gets right (multi-label: the whole set). */
export async function rightBy(
  { engine, classes, mode, answers }: Heads,
  features: Features,
  { learned, asked }: { readonly learned: readonly number[]; readonly asked: readonly number[] },
): Promise<readonly boolean[]> {
  const learner = createLearner({ features, classes, mode, engine });
  try {
    await learner.learn(learned.map((row) => ({ row, classes: answers[row] ?? [] })));
    return asked.map((row) => {
      const own = learner.probabilities.subarray(row * classes, (row + 1) * classes);
      return isRight(own, answers[row] ?? [], mode);
    });
  } finally {
    learner.dispose();
  }
}

function isRight(own: Float32Array, answer: readonly number[], mode: LabelMode): boolean {
  if (mode === 'single') return own.indexOf(Math.max(...own)) === answer[0];
  return own.every((p, c) => p > 0.5 === answer.includes(c));
}

/** Fold of each answer; the stratum of a group is the answer of its first item. */
export function groupedFolds(
  answers: readonly (readonly number[])[],
  groups: readonly string[],
  seed: number,
): Int32Array {
  const firsts = new Map<string, number>();
  groups.forEach((group, i) => {
    if (!firsts.has(group)) firsts.set(group, i);
  });
  const names = [...firsts.keys()];
  const strata = [...firsts.values()].map((i) => (answers[i] ?? []).join());
  const folds = stratifiedFolds(strata, FOLDS, createRng(deriveSeed(seed, 'network-folds')));
  const foldOf = new Map(names.map((name, i) => [name, folds[i] as number]));
  return Int32Array.from(groups, (group) => foldOf.get(group) as number);
}

export interface Duel {
  readonly folded: QualityFigure;
  readonly wins: number;
  readonly losses: number;
  readonly isBetter: boolean;
}

/** Both of the same answers, in the same order; there is at least one. */
export function compareRight(own: readonly boolean[], network: readonly boolean[]): Duel {
  const wins = network.filter((right, i) => right && !own[i]).length;
  const losses = network.filter((right, i) => !right && own[i]).length;
  const isBetter = signTest(wins, losses) < RARE;
  return { folded: shareOf(network), wins, losses, isBetter };
}

/** Of at least one. */
export function shareOf(right: readonly boolean[]): QualityFigure {
  const figure = proportion(right.filter(Boolean).length, right.length);
  if (!figure) throw new RangeError('no answers to take a share of');
  return figure;
}
