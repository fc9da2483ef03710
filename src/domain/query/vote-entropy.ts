import { type Committee, consensusEntropy, voteEntropy } from './committee.ts';
import { rankByCommittee } from './committee-rank.ts';
import type { QueryStrategy } from './strategy.ts';

export const COMMITTEE_MEMBERS = 8;
/** Equal votes are common with few members: among them the doubt of the whole committee decides. */
const TIE_WEIGHT = 1e-6;

export const voteEntropyStrategy = {
  id: 'vote-entropy',
  family: 'committee',
  label: 'Committee: split votes',
  hint: 'Asks where eight versions of the model that fit your answers vote for different classes.',
  source:
    'Dagan and Engelson, ICML 1995: entropy of the votes, members drawn from the posterior; Seung, Opper and Sompolinsky, COLT 1992',
  needsModel: true,
  rank: (input) =>
    rankByCommittee(
      input,
      COMMITTEE_MEMBERS,
      (committee: Committee, i) =>
        voteEntropy(committee, i) + TIE_WEIGHT * consensusEntropy(committee, i),
    ),
} as const satisfies QueryStrategy;
