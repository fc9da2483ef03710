/** Turns the plan (rows) into questions (items) with the model's view of each. */
import { queryStrategies } from '../../../src/domain/query/index.ts';
import { progress } from '../../../src/domain/state.ts';
import type { Question } from '../../api.ts';
import { coldStartRows } from './cold-start.ts';
import { outsideOf } from './encoding/encoded-project.ts';
import type { LearnSession } from './learn-session.ts';
import { proposeFor } from './proposals.ts';
import { planQuestions } from './questions.ts';

export function nextQuestions(session: LearnSession): readonly Question[] {
  const { state, labels, learner, encoded, status } = session;
  const { project } = state;
  const { probabilities } = learner;
  const { classIds } = labels;
  const strategy =
    queryStrategies[project.settings.strategy as keyof typeof queryStrategies] ??
    queryStrategies.margin;
  const planned = planQuestions({
    rows: encoded.ids.length,
    outside: outsideOf(encoded),
    ...(encoded.sampled ? { drawn: encoded.sampled.drawn } : {}),
    candidates: labels.candidates,
    probabilities,
    classIds,
    mode: project.mode,
    strategy,
    vectors: session.vectors,
    answers: labels.training,
    auditShare: project.settings.auditShare,
    seed: project.seed,
    decisions: progress(state).decisions,
    spread: coldStartRows(session),
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
