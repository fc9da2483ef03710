import { mutualInformation } from './committee.ts';
import { rankByCommittee } from './committee-rank.ts';
import type { QueryStrategy } from './strategy.ts';

/** More than a committee has: the mean entropy is an expectation, and few draws make it noisy. */
const DRAWS = 16;

export const bald = {
  id: 'bald',
  family: 'committee',
  label: 'What the model does not know (BALD)',
  hint: 'Asks where one answer says most about the model itself, and leaves alone what is doubtful by nature.',
  source: 'Houlsby et al., arXiv 1112.5745: H(mean p) - mean H(p) over the posterior',
  needsModel: true,
  rank: (input) => rankByCommittee(input, DRAWS, mutualInformation),
} as const satisfies QueryStrategy;
