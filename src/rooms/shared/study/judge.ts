/** A verdict on a proposed change, as a command. Pure. */
import type { Counterfactual } from '../../../../workers/api.ts';
import type { JudgeCounterfactual } from '../../../domain/commands/judge-counterfactual.ts';
import type { Verdict } from '../../../domain/explanation/gestures.ts';
import type { EventId, ItemId } from '../../../domain/records.ts';
import { toNamed } from '../../../modalities/explain-contract.ts';

export interface JudgedInput {
  readonly itemId: ItemId;
  readonly found: Counterfactual;
  readonly verdict: Verdict;
  /** The last event the proposing model had learned. */
  readonly model: EventId | null;
  readonly durationMs: number;
}

export function toJudgement(input: JudgedInput): JudgeCounterfactual {
  const { itemId, found, verdict, model, durationMs } = input;
  const changes = found.changes.map((change) => {
    const { put, ...named } = toNamed(change);
    return { ...named, put: put === '' ? null : put };
  });
  return {
    type: 'judge-counterfactual',
    itemId,
    content: found.content,
    changes,
    from: found.before.classes,
    to: found.to,
    verdict,
    model,
    durationMs,
  };
}
