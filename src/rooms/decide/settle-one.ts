/** A person's decision about one incoming item, with what it means for the promise. */
import type { StandingDecision } from '../../domain/fold/trust-ledger.ts';
import type { ClassId } from '../../domain/records.ts';
import { isAskedBlind, routedItem } from '../../domain/trust/incoming.ts';
import { runWithUndo } from '../shared/run-with-undo.ts';
import type { DecideProps } from './props.ts';
import { strings } from './strings.ts';
import { watchPromise } from './watch-promise.ts';

export interface Settlement {
  readonly decision: StandingDecision;
  readonly classes: readonly ClassId[];
  readonly reason: string;
  readonly durationMs: number;
}

/** False when it was refused; the person has been told then. */
export async function settleOne(
  props: DecideProps,
  { decision, classes, reason, durationMs }: Settlement,
): Promise<boolean> {
  const { services, session } = props;
  const { itemId, classes: proposed, probability, reason: why } = routedItem(decision);
  const isBlind = isAskedBlind(session.state.value, decision);
  const refusal = await runWithUndo({
    services,
    session,
    command: {
      type: 'settle-decision',
      itemId,
      classes,
      reason,
      isBlind,
      durationMs,
      question: null,
      proposal:
        why.kind === 'unread'
          ? null
          : {
              classes: proposed,
              probability,
              shown: isBlind ? 'after' : 'before',
              model: decision.event.basis.model,
            },
    },
    said: strings.settle.saved,
  });
  if (refusal) services.notify({ tone: 'bad', text: refusal });
  else await watchPromise(props);
  return refusal === null;
}
