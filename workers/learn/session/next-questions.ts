/** Turns the plan (rows) into questions (items) with the model's view of each. */
import { budgetLeft } from '../../../src/domain/budget.ts';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import { progress } from '../../../src/domain/state.ts';
import type { Question } from '../../api.ts';
import { coldStartRows } from './cold-start.ts';
import type { LearnSession } from './learn-session.ts';
import { proposeFor } from './proposals.ts';
import { planQuestions, QUEUE_LENGTH } from './questions.ts';
import { planRepeats } from './repeats.ts';

export function nextQuestions(session: LearnSession): readonly Question[] {
  const { state, labels, learner, encoded, status } = session;
  const { project } = state;
  const { probabilities } = learner;
  const { classIds } = labels;
  const strategy =
    queryStrategies[project.settings.strategy as keyof typeof queryStrategies] ??
    queryStrategies.margin;
  const { decisions } = progress(state);
  const length = lengthOf(session);
  if (length === 0) return [];
  const { rowOf } = session;
  const poolSize = labels.candidates.length;
  const planned = planQuestions({
    rows: encoded.ids.length,
    candidates: labels.candidates,
    probabilities,
    classIds,
    mode: project.mode,
    strategy,
    vectors: session.vectors,
    answers: labels.training,
    auditShare: project.settings.auditShare,
    seed: project.seed,
    decisions,
    spread: coldStartRows(session),
    repeats: planRepeats({ state, rowOf, poolSize, decisions, length }),
    length,
  });
  const model = labels.training.length > 0 ? state.lastEventId : null;
  return planned.flatMap(({ row, record, why }) => {
    const itemId = encoded.ids[row];
    if (!itemId) return [];
    const proposal = model
      ? proposeFor({ probabilities, row, classIds, mode: project.mode })
      : null;
    return [{ itemId, record: { ...record, model, checkpoint: status.checkpoint }, why, proposal }];
  });
}

/** Questions are not pushed beyond the budget; what is used up asks for nothing more. */
function lengthOf({ state }: LearnSession): number {
  const budget = budgetLeft(state);
  if (!budget) return QUEUE_LENGTH;
  if (budget.isReached) return 0;
  return budget.kind === 'answers' ? Math.min(QUEUE_LENGTH, Math.ceil(budget.left)) : QUEUE_LENGTH;
}
