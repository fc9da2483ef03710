import { useSignal } from '@preact/signals';
import type { EventId, ItemId, ProposalRecord } from '../../../domain/records.ts';
import { disagreement } from '../../../domain/trust/negotiation.ts';
import { Button } from '../../../ui/Button.tsx';
import { percent } from '../../../ui/percent.ts';
import { runWithUndo } from '../../shared/run-with-undo.ts';
import type { Panel } from '../panel.ts';
import { createNameOf, namesOf } from '../sentences.ts';
import { strings } from '../strings.ts';
import type { DeskProps } from './props.ts';

const { negotiation: words } = strings;

interface NegotiationProps extends DeskProps {
  readonly panel: Panel;
}

/** You against a model that was sure: said once, beside the next question, in nobody's way. */
export function Negotiation(props: NegotiationProps) {
  const { session, desk } = props;
  const kept = useSignal<EventId | null>(null);
  const last = desk.last.value;
  if (last?.kind !== 'answered' || !last.proposal || last.eventId === kept.value) return null;
  const proposal = disagreement(session.state.value, last.itemId);
  if (!proposal) return null;
  const keep = (): void => {
    kept.value = last.eventId;
  };
  return <Offer {...props} itemId={last.itemId} proposal={proposal} onKeep={keep} />;
}

interface OfferProps extends NegotiationProps {
  readonly itemId: ItemId;
  readonly proposal: ProposalRecord;
  readonly onKeep: () => void;
}

function Offer({ services, session, panel, itemId, proposal, onKeep }: OfferProps) {
  const names = namesOf(proposal.classes, createNameOf(session.project.value.classes));
  const act = async (command: Parameters<typeof runWithUndo>[0]['command'], said: string) => {
    const refusal = await runWithUndo({ services, session, command, said });
    if (refusal) services.notify({ tone: 'bad', text: refusal });
  };
  const change = () => {
    const question = session.state.value.labels.get(itemId)?.question ?? null;
    const common = { itemId, classes: proposal.classes, question, durationMs: 0 };
    // The proposal was seen by now: the anchoring meter must know.
    const seen = { ...proposal, shown: 'before' as const };
    return act({ type: 'answer-item', ...common, proposal: seen }, words.changed(names));
  };
  const hard = () =>
    act(
      { type: 'flag-item', itemId, note: words.note(names, percent(proposal.probability)) },
      words.marked,
    );
  return (
    <section class="negotiation" aria-label={words.name}>
      <p>{words.words(names, percent(proposal.probability))}</p>
      <div class="negotiation-acts">
        <Button onClick={onKeep}>{words.keep}</Button>
        <Button onClick={() => void change()}>{words.change(names)}</Button>
        <Button onClick={() => void hard()}>{words.hard}</Button>
        {!panel.isOpen.value && (
          <Button variant="quiet" onClick={panel.toggle}>
            {words.why}
          </Button>
        )}
      </div>
    </section>
  );
}
