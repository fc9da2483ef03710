/**
 * Cross-validation of what was learned: each fifth of the labels by a model of the others. It is
 * biased by how they were chosen: hard ones where a strategy asked, and shown as such.
 */
import { stratifiedFolds } from '../../../../src/domain/evaluation/stratified-folds.ts';
import { createRng, deriveSeed } from '../../../../src/domain/math/rng.ts';
import { trainedModality } from '../../../../src/modalities/trained/index.ts';
import type { RowLabel } from '../labels.ts';
import type { LearnSession } from '../learn-session.ts';
import { answersOf, headOf, mostAside, rightOf, type Steps, type TaughtRow } from './aside.ts';

export const FOLDS = 5;
export const LEAST_FOLDED = 20;

/** True where what reads the items learned from the answers: no model can be said not to know them. */
export function isReadByLearned({ encoder }: LearnSession): boolean {
  return trainedModality(encoder.id) !== null;
}

/** For each training label: is it right by the model that had not learned it? Null outside the bounds. */
export function* crossValidate(session: LearnSession): Steps<readonly boolean[] | null> {
  const { training, classIds } = session.labels;
  if (isReadByLearned(session)) return null;
  if (training.length < LEAST_FOLDED || training.length > mostAside(classIds.length)) return null;
  return yield* inFolds(session, training, true);
}

/** `isTaught`: with the feedback that does not come from the labels left out. */
export function* inFolds(
  session: LearnSession,
  labels: readonly RowLabel[],
  isTaught: boolean,
): Steps<readonly boolean[]> {
  return rightOf(labels, yield* foldedAnswers(session, labels, isTaught));
}

/** Class indices that each label gets from the model that had not learned it. Weights are respected. */
export function* foldedAnswers(
  session: LearnSession,
  labels: readonly RowLabel[],
  isTaught: boolean,
): Steps<readonly (readonly number[])[]> {
  const strata = labels.map(({ classes }) => classes.join());
  const rng = createRng(deriveSeed(session.state.project.seed, 'folds'));
  const folds = stratifiedFolds(strata, FOLDS, rng);
  const said: (readonly number[])[] = labels.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const left = [...labels.keys()].filter((i) => folds[i] === fold);
    const rows = left.map((i) => (labels[i] as RowLabel).row);
    const isLeftOut = new Set(rows);
    // An edited copy goes with its item: who learned the one is no judge of the other.
    const keeps = ({ label }: TaughtRow): boolean =>
      isTaught && !(label.copyOf !== undefined && isLeftOut.has(label.copyOf));
    const kept = labels.filter((_, i) => folds[i] !== fold);
    const answers = answersOf(session, headOf(session, kept, keeps), rows);
    answers.forEach((own, k) => {
      said[left[k] as number] = own;
    });
    yield;
  }
  return said;
}
