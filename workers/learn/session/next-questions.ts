/** Turns the plan (rows) into questions (items) with the model's view of each. */
import { budgetLeft } from '../../../src/domain/budget.ts';
import type { EventId } from '../../../src/domain/records.ts';
import { progress } from '../../../src/domain/state.ts';
import type { Proposal, Question } from '../../api.ts';
import { queryInputOf } from '../query-input.ts';
import { askableAgain } from './asked-again.ts';
import { coldStartRows } from './cold-start.ts';
import { outsideOf } from './encoding/encoded-project.ts';
import type { LearnSession } from './learn-session.ts';
import { type FocusPlan, planFocus } from './plan-focus.ts';
import { type PlannedQuestion, planQuestions, QUEUE_LENGTH } from './questions.ts';
import { relabelQuestions } from './relabel-questions.ts';
import { planRepeats } from './repeats.ts';
import { strategyOf } from './strategy-of.ts';

export function nextQuestions(session: LearnSession): readonly Question[] {
  const length = lengthOf(budgetLeft(session.state));
  if (length === 0) return [];
  const poolSize = session.labels.candidates.length + outsideOf(session.encoded);
  const record = { model: modelOf(session), checkpoint: session.status.checkpoint };
  const propose = (row: number): Proposal | null =>
    record.model ? session.propose(session.learner.probabilities, row) : null;
  // Nothing else comes up before a round is through, and the plan is made anew after each answer.
  const { state, rowOf } = session;
  const round = relabelQuestions({ state, rowOf, poolSize, length, record, propose });
  if (round.length > 0) return round;
  return planned(session, { length, poolSize }).flatMap(({ row, record: own, why }) => {
    const itemId = session.encoded.ids[row];
    return itemId ? [{ itemId, record: { ...own, ...record }, why, proposal: propose(row) }] : [];
  });
}

/** The last event that the asking model has learned; null before it has learned any answer. */
const modelOf = ({ labels, state }: LearnSession): EventId | null =>
  labels.training.length > 0 ? state.lastEventId : null;

function planned(
  session: LearnSession,
  { length, poolSize }: { readonly length: number; readonly poolSize: number },
): readonly PlannedQuestion[] {
  const { state, labels, learner, encoded, rowOf } = session;
  const { project } = state;
  const { mode, seed, settings } = project;
  const { classIds } = labels;
  const strategy = strategyOf(settings);
  const { decisions } = progress(state);
  const budget = budgetLeft(state);
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
  const plan = { length, poolSize, decisions };
  const steered = steeredQuestions(session, { ...plan, input, isUntaught: spread !== null });
  const repeats = planRepeats({ state, rowOf, ...plan });
  return planQuestions({
    ...input,
    rows: encoded.ids.length,
    outside: outsideOf(encoded),
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
}

type Steering = Pick<FocusPlan, 'input' | 'isUntaught' | 'length' | 'poolSize' | 'decisions'>;

function steeredQuestions(
  { state, groups }: LearnSession,
  plan: Steering,
): ReadonlyMap<number, PlannedQuestion> {
  const { settings, seed } = state.project;
  const { focus } = settings;
  if (!focus) return new Map();
  return planFocus({
    ...plan,
    focus,
    seed,
    strategy: strategyOf(settings),
    rows: groups.focusRows(),
  });
}

/** Questions are not pushed beyond the budget; what is used up asks for nothing more. */
function lengthOf(budget: ReturnType<typeof budgetLeft>): number {
  if (!budget) return QUEUE_LENGTH;
  if (budget.isReached) return 0;
  return budget.kind === 'answers' ? Math.min(QUEUE_LENGTH, Math.ceil(budget.left)) : QUEUE_LENGTH;
}
