import { EMPTY_CHAIN, type Link, linkAfter } from '../oversight/chain.ts';
import type { ProjectState } from '../state.ts';
import type { CommandContext } from './decision.ts';

/**
 * Ties an entry to the newest one of this device's decision log. The hash covers what the entry says,
 * by whom and when, so that none of it can be changed afterwards without being found. Where entries
 * have gone missing at the end, the log goes on after them: the gap stays to be seen.
 */
export function linkBody<T extends object>(
  state: ProjectState,
  body: T,
  { digest, device, by, now, logEnd = EMPTY_CHAIN }: CommandContext,
): T & { readonly link: Link } {
  const known = state.ledger.trust.heads.get(device) ?? EMPTY_CHAIN;
  const head = logEnd.length > known.length ? logEnd : known;
  return { ...body, link: linkAfter(head, { ...body, by, at: now }, digest) };
}
