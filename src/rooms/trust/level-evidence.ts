/** What speaks for letting the model go further: in words, and whether it is enough. Pure. */
import type { TrustReport } from '../../../workers/api.ts';
import type { DelegationLevel } from '../../domain/trust/decisions.ts';
import type { RoutingSettings } from '../../domain/trust/settings.ts';
import { strings } from './strings.ts';

export interface LevelEvidence {
  readonly words: string;
  readonly isEnough: boolean;
}

export function levelEvidence(
  to: DelegationLevel,
  { right, promise }: TrustReport,
  { accept }: RoutingSettings,
): LevelEvidence {
  const { level } = strings;
  if (to === 'alone' && (accept.kind !== 'promise' || promise?.kind !== 'kept'))
    return { words: level.needsPromise, isEnough: false };
  if (!right) return { words: level.noEvidence, isEnough: false };
  const said = [level.right(Math.round(right.value * right.n), right.n)];
  if (promise?.kind === 'kept') said.push(level.kept(promise.accepted, promise.wrong));
  return { words: said.join(' '), isEnough: true };
}
