/**
 * When the model's proposal is shown for one question. Where a project shows it first, audit draws
 * are still answered blind (a quality figure must not measure agreement with a suggestion), and so
 * is one question in ten, drawn by item, so that the anchoring meter has something to compare with.
 * At the first level of trust, where the person shows and the model watches, all are answered blind.
 */
import { createRng, deriveSeed } from '../math/rng.ts';
import type { ItemId, Project, ProposalTiming } from '../records.ts';
import type { DelegationLevel } from '../trust/decisions.ts';

export const BLIND_SHARE = 0.1;

export interface TimedBy {
  readonly project: Pick<Project, 'settings' | 'seed'>;
  readonly level: DelegationLevel;
}

export function proposalTiming(
  { project: { settings, seed }, level }: TimedBy,
  itemId: ItemId,
  isAudit: boolean,
): ProposalTiming {
  if (settings.proposal !== 'before') return settings.proposal;
  const draw = createRng(deriveSeed(seed, `blind ${itemId}`)).next();
  if (level === 'demonstrate') return 'after';
  return isAudit || draw < BLIND_SHARE ? 'after' : 'before';
}
