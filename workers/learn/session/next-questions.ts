/** Turns the plan (rows) into questions (items) with the model's view of each. */
import { budgetLeft } from '../../../src/domain/budget.ts';
import { progress } from '../../../src/domain/state.ts';
import type { Question } from '../../api.ts';
import { queryInputOf } from '../query-input.ts';
import { askableAgain } from './asked-again.ts';
import { coldStartRows } from './cold-start.ts';
import { outsideOf } from './encoding/encoded-project.ts';
import type { LearnSession } from './learn-session.ts';
import { planFocus } from './plan-focus.ts';
import { planQuestions, QUEUE_LENGTH } from './questions.ts';
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
  const input = queryInputOf({
    learner,
    classes: classIds.length,
    mode,
    candidates: labels.candidates,
    vectors: session.vectors,
    answers: labels.training,
    decisions,
    budgetLeft: budget?.kind === 'answers' ? budget.left : null,
    seed,
  });
  const spread = coldStartRows(session);
  const steered = settings.focus
    ? planFocus({
        ...{
          focus: settings.focus,
          rows: session.groups.focusRows(),
          strategy,
          input,
          seed,
          decisions,
        },
        ...{ length, poolSize, isUntaught: spread !== null },
      })
    : [];
  const repeats = planRepeats({ state, rowOf, poolSize, decisions, length });
  const planned = planQuestions({
    ...input,
    rows: encoded.ids.length,
    outside,
    ...(encoded.sampled ? { drawn: encoded.sampled.drawn } : {}),
    classIds,
    strategy,
    auditShare: settings.auditShare,
    sorted: labels.sorted,
    seed,
    spread,
    repeats: new Map([...steered, ...repeats]),
    length,
    duels: session.duels.record(session.duelSource()),
    ...(strategy.asksAgain ? { again: askableAgain(session) } : {}),
  });
  const model = labels.training.length > 0 ? state.lastEventId : null;
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
