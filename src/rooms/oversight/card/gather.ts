/** Asks whoever knows for what the card says. */
import type { OversightProps } from '../props.ts';
import { type ModelCard, modelCard } from './model-card.ts';

/** Rejects with a plain sentence when the learner cannot say. */
export async function gatherCard({ services, session, seen }: OversightProps): Promise<ModelCard> {
  const { learnerClient: client } = session;
  const [evaluation, trust, checkpoints] = await Promise.all([
    client.evaluate(),
    client.trust(),
    services.storage.checkpoints.list(session.id),
  ]);
  if (!evaluation.ok) throw new Error(evaluation.error.message);
  if (!trust.ok) throw new Error(trust.error.message);
  return modelCard({
    state: session.state.value,
    items: session.itemCount.value,
    evaluation: evaluation.value,
    trust: trust.value,
    drift: seen.drift.value,
    slice: seen.slice.value,
    checkpoints,
    now: services.clock.now(),
  });
}
