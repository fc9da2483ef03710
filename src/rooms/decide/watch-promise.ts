/** After each spot check: is the promise still kept? If not, the model may decide less, at once. */
import { isBreached } from '../../domain/trust/breach.ts';
import { spotChecks } from '../../domain/trust/incoming.ts';
import { DEFAULT_ROUTING } from '../../domain/trust/settings.ts';
import { percent } from '../../ui/percent.ts';
import type { DecideProps } from './props.ts';
import { strings } from './strings.ts';

export async function watchPromise({ services, session }: DecideProps): Promise<void> {
  const state = session.state.value;
  const { accept } = state.project.settings.routing ?? DEFAULT_ROUTING;
  if (accept.kind !== 'promise') return;
  if (state.level !== 'alone' && state.level !== 'correct') return;
  const checks = spotChecks(state, accept);
  if (!isBreached(checks, accept)) return;
  const promised = percent(accept.mostWrong);
  const outcome = await session.run({
    type: 'change-level',
    to: state.level === 'alone' ? 'correct' : 'verify',
    cause: 'breach',
    evidence: strings.breach.evidence(checks.wrong, checks.n, promised),
  });
  if (!outcome.ok) return;
  services.notify({ tone: 'bad', text: strings.breach.words(checks.wrong, checks.n, promised) });
}
