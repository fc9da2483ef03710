import { meanDivergence } from './committee.ts';
import { rankByCommittee } from './committee-rank.ts';
import type { QueryStrategy } from './strategy.ts';
import { COMMITTEE_MEMBERS } from './vote-entropy.ts';

export const committeeDivergence = {
  id: 'committee-divergence',
  family: 'committee',
  label: 'Committee: far from the mean',
  hint: 'Asks where eight versions of the model that fit your answers are furthest from their common view, sure or not.',
  source: 'McCallum and Nigam, ICML 1998: mean KL divergence of each member to the mean',
  needsModel: true,
  rank: (input) => rankByCommittee(input, COMMITTEE_MEMBERS, meanDivergence),
} as const satisfies QueryStrategy;
