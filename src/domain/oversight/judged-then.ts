/**
 * Random checks with what the model of that moment said, before it knew the answer: prequential
 * evaluation (Dawid 1984), read from the events alone. A later correction counts as what is right;
 * what was said stays what was said.
 */
import type { ClassId } from '../records.ts';
import { auditAnswers, type ProjectState, resolveClass } from '../state.ts';
import { routedItem } from '../trust/incoming.ts';

export interface JudgedThen {
  /** Milliseconds since the epoch, of the first answer. */
  readonly at: number;
  readonly truth: readonly ClassId[];
  readonly said: readonly ClassId[];
}

/**
 * Spot checks, judged likewise: a random share of what the model would have decided alone, answered blind.
 * They tell how good it is on what it decides, and nothing of what it leaves to people.
 */
export function judgedSpotChecks(state: ProjectState): readonly JudgedThen[] {
  const toStanding = (classes: readonly ClassId[]): readonly ClassId[] => [
    ...new Set(classes.map((id) => resolveClass(state.project, id))),
  ];
  const judged: JudgedThen[] = [];
  for (const decision of state.decisions.values()) {
    const { blind } = decision;
    const { reason, classes } = routedItem(decision);
    if (!blind || reason.kind !== 'spot-check') continue;
    judged.push({ at: blind.at, truth: toStanding(blind.classes), said: toStanding(classes) });
  }
  return judged.sort((a, b) => a.at - b.at);
}

export interface JudgedChecks {
  /** In the order of their first answers. */
  readonly judged: readonly JudgedThen[];
  /** Checks asked while the model had no answer yet: nothing can be judged. */
  readonly unanswered: number;
}

export function judgedThen(state: ProjectState): JudgedChecks {
  const { ledger, project } = state;
  const judged: JudgedThen[] = [];
  let unanswered = 0;
  for (const { itemId, classes: truth } of auditAnswers(state)) {
    const first = ledger.decisions
      .get(itemId)
      ?.find(
        ({ id, type, question }) =>
          type === 'answered' && question?.audit && !ledger.fallen.has(id),
      );
    if (!first?.proposal) {
      unanswered += 1;
      continue;
    }
    const said = [...new Set(first.proposal.classes.map((id) => resolveClass(project, id)))];
    judged.push({ at: first.at, truth, said });
  }
  return { judged: judged.sort((a, b) => a.at - b.at), unanswered };
}
