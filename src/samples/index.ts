import { calls } from './calls.ts';
import { leaves } from './leaves.ts';
import { moderation } from './moderation.ts';
import type { Sample } from './sample.ts';
import { supportTickets, supportTicketsMulti } from './support-tickets.ts';
import { transactions } from './transactions.ts';

/** Samples ready at one click. For trying out: nothing may be tuned to them. */
export const samples: readonly Sample[] = [
  moderation,
  supportTickets,
  supportTicketsMulti,
  transactions,
  leaves,
  calls,
];
