/** Asks whoever knows for what the card says. */
import type { EvaluationReport, Outcome } from '../../../../workers/api.ts';
import type { OversightProps } from '../props.ts';
import { type ModelCard, modelCard } from './model-card.ts';

/** Rejects with a plain sentence when the learner cannot say. */
export async function gatherCard({ services, session, seen }: OversightProps): Promise<ModelCard> {
  const { learnerClient: client } = session;
  const [evaluation, trust, checkpoints] = await Promise.all([
    undisturbed(() => client.evaluate()),
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

/** What is decided while it is measured makes it begin anew; who goes on deciding is told so in the end. */
const MOST_TRIES = 4;

async function undisturbed(
  measure: () => Promise<Outcome<EvaluationReport>>,
): Promise<Outcome<EvaluationReport>> {
  for (let tries = 1; ; tries++) {
    const outcome = await measure();
    if (outcome.ok || outcome.error.code !== 'cancelled' || tries === MOST_TRIES) return outcome;
  }
}
