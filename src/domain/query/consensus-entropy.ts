import { consensusEntropy } from './committee.ts';
import { rankByCommittee } from './committee-rank.ts';
import type { QueryStrategy } from './strategy.ts';
import { COMMITTEE_MEMBERS } from './vote-entropy.ts';

export const consensusEntropyStrategy = {
  id: 'consensus-entropy',
  family: 'committee',
  label: 'Committee: joint doubt',
  hint: 'Asks where eight versions of the model that fit your answers are, taken together, most in doubt.',
  source: 'Settles 2009, 3.2 (soft vote entropy): H of the mean prediction of the committee',
  needsModel: true,
  rank: (input) => rankByCommittee(input, COMMITTEE_MEMBERS, consensusEntropy),
} as const satisfies QueryStrategy;
