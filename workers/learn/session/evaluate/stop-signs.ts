/** What the stopping criteria look at: predictions of the last models on a fixed set of open items. */
import { classificationChange } from '../../../../src/domain/evaluation/stopping/classification-change.ts';
import type { Criterion } from '../../../../src/domain/evaluation/stopping/criterion.ts';
import {
  meanUncertainty,
  overallUncertainty,
} from '../../../../src/domain/evaluation/stopping/overall-uncertainty.ts';
import {
  stabilisingPredictions,
  WINDOWS,
} from '../../../../src/domain/evaluation/stopping/stabilising-predictions.ts';
import { createRng, deriveSeed } from '../../../../src/domain/math/rng.ts';
import type { LearnSession } from '../learn-session.ts';
import { summariseAnswers } from '../proposals.ts';
import { recentHead, type Steps, scoreBy } from './aside.ts';

/** Answers between two models (Bloodgood and Vijay-Shanker 2009 have batches of about so many). */
export const WINDOW = 20;
/** Items of the stop set, where there are so many. */
const STOP_SET = 2_000;
/** Products of a score: a set of many classes is made smaller, so that one model is soon asked. */
const MOST_WORK = 4_000_000;
/** Models of more labels take too long to be made while somebody labels. */
const MOST_LABELS = 2_000;

export function* readStopSigns(session: LearnSession): Steps<readonly Criterion[]> {
  const { labels, learner, state } = session;
  const { mode } = state.project;
  const classes = labels.classIds.length;
  const count = labels.training.length;
  const rows = stopSet(session);
  const models: number[][] = [];
  const oldest = count - WINDOWS * WINDOW;
  if (oldest >= WINDOW && count <= MOST_LABELS) {
    for (let size = oldest; size < count; size += WINDOW) {
      const scores = scoreBy(session, recentHead(session, size), rows);
      models.push([...summariseAnswers(scores, classes, mode).codes]);
      yield;
    }
    const { codes } = summariseAnswers(learner.probabilities, classes, mode);
    models.push(rows.map((row) => codes[row] ?? 0));
  }
  const { probabilities } = learner;
  const mean = meanUncertainty({ probabilities, rows, classes, mode });
  return [
    stabilisingPredictions(models),
    classificationChange(models),
    overallUncertainty(mean, count > 0),
  ];
}

/** Drawn from the items nobody has decided on; the same as long as these are the same. */
function stopSet({ labels, state, encoded }: LearnSession): readonly number[] {
  const { candidates, classIds } = labels;
  const products = Math.max(1, encoded.features.denseDims * classIds.length);
  const size = Math.min(STOP_SET, candidates.length, Math.ceil(MOST_WORK / products));
  if (size === candidates.length) return [...candidates];
  const rng = createRng(deriveSeed(state.project.seed, 'stop-set'));
  const drawn = new Set<number>();
  while (drawn.size < size) drawn.add(candidates[rng.integer(candidates.length)] as number);
  return [...drawn];
}
