/**
 * When the model's proposal is shown for one question. Where a project shows it first, audit draws
 * are still answered blind (a quality figure must not measure agreement with a suggestion), and so
 * is one question in ten, drawn by item, so that the anchoring meter has something to compare with.
 */
import { createRng, deriveSeed } from '../math/rng.ts';
import type { ItemId, Project, ProposalTiming } from '../records.ts';

export const BLIND_SHARE = 0.1;

export function proposalTiming(
  { settings, seed }: Pick<Project, 'settings' | 'seed'>,
  itemId: ItemId,
  isAudit: boolean,
): ProposalTiming {
  if (settings.proposal !== 'before') return settings.proposal;
  const draw = createRng(deriveSeed(seed, `blind ${itemId}`)).next();
  return isAudit || draw < BLIND_SHARE ? 'after' : 'before';
}
