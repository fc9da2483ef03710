import type { DelegationLevel } from '../../domain/trust/decisions.ts';
import { runWithUndo } from '../shared/run-with-undo.ts';
import type { TrustProps } from './props.ts';
import { strings } from './strings.ts';

/** `evidence`: what the person was shown; '' when the model goes back. */
export async function changeLevel(
  { services, session }: Pick<TrustProps, 'services' | 'session'>,
  to: DelegationLevel,
  evidence: string,
): Promise<void> {
  const refusal = await runWithUndo({
    services,
    session,
    command: { type: 'change-level', to, cause: 'person', evidence },
    said: strings.level.done(strings.level.names[to]),
  });
  if (refusal) services.notify({ tone: 'bad', text: refusal });
}
