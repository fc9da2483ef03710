/** How the model does on the project's own pairs that were held out. */

import { sameClasses } from '../../../src/domain/classes.ts';
import { proportion } from '../../../src/domain/evaluation/wilson.ts';
import { contrastPairs, heldOutItems } from '../../../src/domain/explanation/contrast-set.ts';
import { standingFeedback } from '../../../src/domain/explanation/standing-feedback.ts';
import type { ClassId, QualityFigure } from '../../../src/domain/records.ts';
import type { ContrastReport } from '../../api.ts';
import type { LearnSession } from './learn-session.ts';
import { proposeFor } from './proposals.ts';

/** Pairwise (Gardner et al. 2020, "contrast consistency"): both members must be right. */
export async function testContrast(session: LearnSession): Promise<ContrastReport> {
  const { state, rowOf, learner, labels, encoded } = session;
  const pairs = contrastPairs(state, standingFeedback(state));
  const heldItems = heldOutItems(state, pairs);
  const isHere = (row: number | undefined): boolean =>
    row !== undefined && !encoded.unread.has(row);
  const held = pairs.filter(({ itemId }) => heldItems.has(itemId) && isHere(rowOf.get(itemId)));
  const { classIds } = labels;
  const { mode } = state.project;
  const edited = await learner.score(await session.encode(held.map(({ content }) => content)));
  const isRight = (
    probabilities: Float32Array,
    row: number,
    truth: readonly ClassId[],
  ): boolean => {
    const { classes } = proposeFor({ probabilities, row, classIds, mode });
    return sameClasses(classes, truth);
  };
  const outcomes = held.map((pair, i) => ({
    original: isRight(learner.probabilities, rowOf.get(pair.itemId) ?? -1, pair.original),
    edited: isRight(edited, i, pair.edited),
  }));
  return {
    pairs: pairs.length,
    held: held.length,
    pairwise: figureOf(outcomes.map((one) => one.original && one.edited)),
    originals: figureOf(outcomes.map((one) => one.original)),
    edited: figureOf(outcomes.map((one) => one.edited)),
  };
}

function figureOf(right: readonly boolean[]): QualityFigure | null {
  return proportion(right.filter(Boolean).length, right.length);
}
