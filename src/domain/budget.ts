/** How much of the agreed labelling is left. Advice to the plan and the person; nothing is locked. */
import type { Budget } from './records.ts';
import type { ProjectState } from './state.ts';

export interface BudgetLeft {
  readonly kind: Budget['kind'];
  /** In answers, minutes or money, as `kind` says. */
  readonly amount: number;
  readonly used: number;
  /** Never below 0. */
  readonly left: number;
  readonly isReached: boolean;
}

const MINUTE_MS = 60_000;
/** "Go on" adds this share of the first amount, and at least the smallest step. */
const EXTENSION = 0.25;
const SMALLEST_STEP: Readonly<Record<Budget['kind'], number>> = {
  answers: 10,
  minutes: 5,
  money: 1,
};

/** Null without a budget. Money without a price of the hour cannot be counted and is no budget. */
export function budgetLeft(state: ProjectState): BudgetLeft | null {
  const { budget, costs } = state.project.settings;
  if (!budget) return null;
  const used = usedOf(state, budget.kind, costs?.perHour ?? null);
  if (used === null) return null;
  const { kind, amount } = budget;
  return { kind, amount, used, left: Math.max(0, amount - used), isReached: used >= amount };
}

/** The budget with which the person goes on, counted from what is used by now. */
export function extendedBudget({ kind, amount, used }: BudgetLeft): Budget {
  const step = Math.max(SMALLEST_STEP[kind], Math.round(amount * EXTENSION));
  return { kind, amount: Math.ceil(Math.max(amount, used)) + step };
}

/** Answers that stand, repeats and audits among them; time also of what was taken back: it is gone. */
function usedOf(
  { ledger }: ProjectState,
  kind: Budget['kind'],
  perHour: number | null,
): number | null {
  if (kind === 'answers') {
    return ledger.decisionOrder.filter(
      ({ id, type }) => type === 'answered' && !ledger.fallen.has(id),
    ).length;
  }
  const minutes =
    ledger.decisionOrder.reduce((sum, { durationMs }) => sum + durationMs, 0) / MINUTE_MS;
  if (kind === 'minutes') return minutes;
  return perHour === null || perHour <= 0 ? null : (minutes / 60) * perHour;
}
