/** Turns the plan (rows) into questions (items) with the model's view of each. */
import { budgetLeft } from '../../../src/domain/budget.ts';
import { progress } from '../../../src/domain/state.ts';
import type { Question } from '../../api.ts';
import { queryInputOf } from '../query-input.ts';
import { askableAgain } from './asked-again.ts';
import { coldStartRows } from './cold-start.ts';
import { outsideOf } from './encoding/encoded-project.ts';
import type { LearnSession } from './learn-session.ts';
import { planQuestions, QUEUE_LENGTH } from './questions.ts';
import { relabelQuestions } from './relabel-questions.ts';
import { planRepeats } from './repeats.ts';
import { strategyOf } from './strategy-of.ts';

export function nextQuestions(session: LearnSession): readonly Question[] {
  const { state, labels, learner, encoded, status } = session;
  const { project } = state;
  const { probabilities } = learner;
  const { classIds } = labels;
  const strategy = strategyOf(project.settings);
  const { mode, seed, settings } = project;
  const { decisions } = progress(state);
  const budget = budgetLeft(state);
  const length = lengthOf(budget);
  if (length === 0) return [];
  const { rowOf } = session;
  const outside = outsideOf(encoded);
  const poolSize = labels.candidates.length + outside;
  const model = labels.training.length > 0 ? state.lastEventId : null;
  const first = relabelQuestions({
    state,
    rowOf,
    poolSize,
    length,
    record: { model, checkpoint: status.checkpoint },
    propose: (row) => (model ? session.propose(probabilities, row) : null),
  });
  // Nothing else comes up before they are through, and the plan is made anew after each answer.
  if (first.length > 0) return first;
  const planned = planQuestions({
    ...queryInputOf({
      learner,
      classes: classIds.length,
      mode,
      candidates: labels.candidates,
      vectors: session.vectors,
      answers: labels.training,
      decisions,
      budgetLeft: budget?.kind === 'answers' ? budget.left : null,
      seed,
    }),
    rows: encoded.ids.length,
    outside,
    ...(encoded.sampled ? { drawn: encoded.sampled.drawn } : {}),
    classIds,
    strategy,
    auditShare: settings.auditShare,
    sorted: labels.sorted,
    seed,
    spread: coldStartRows(session),
    repeats: planRepeats({ state, rowOf, poolSize, decisions, length }),
    length,
    duels: session.duels.record(session.duelSource()),
    ...(strategy.asksAgain ? { again: askableAgain(session) } : {}),
  });
  return planned.flatMap(({ row, record, why }) => {
    const itemId = encoded.ids[row];
    if (!itemId) return [];
    const proposal = model ? session.propose(probabilities, row) : null;
    return [{ itemId, record: { ...record, model, checkpoint: status.checkpoint }, why, proposal }];
  });
}

/** Questions are not pushed beyond the budget; what is used up asks for nothing more. */
function lengthOf(budget: ReturnType<typeof budgetLeft>): number {
  if (!budget) return QUEUE_LENGTH;
  if (budget.isReached) return 0;
  return budget.kind === 'answers' ? Math.min(QUEUE_LENGTH, Math.ceil(budget.left)) : QUEUE_LENGTH;
}
