/** The smallest changes that would flip the answer to one item, with measures. */
import { sameClasses } from '../../../src/domain/classes.ts';
import {
  diversity,
  plausibility,
  proximity,
  sparsity,
} from '../../../src/domain/explanation/measures.ts';
import { standingFeedback } from '../../../src/domain/explanation/standing-feedback.ts';
import type { ItemContent } from '../../../src/domain/records.ts';
import type { FoundCounterfactual } from '../../../src/modalities/explain-contract.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type {
  Counterfactual,
  CounterfactualQuery,
  CounterfactualReport,
  Proposal,
} from '../../api.ts';
import { contentOf } from './explain-item.ts';
import type { LearnSession } from './learn-session.ts';
import { nearestAnswered } from './nearest.ts';
import { proposeFor } from './proposals.ts';

const PLAUSIBLE_AMONG = 5;

export async function findCounterfactuals(
  storage: Storage,
  session: LearnSession,
  query: CounterfactualQuery,
): Promise<CounterfactualReport> {
  const { encoder, encoded, explainer, learner, labels, state } = session;
  const content = await contentOf(storage, query);
  const own = await learner.score(encoder.encode(encoded.encoderState, [content]));
  const before = propose(session, own);
  const started = performance.now();
  const result = explainer.counterfactuals(encoded.encoderState, {
    content,
    head: learner.head(),
    mode: state.project.mode,
    target: query.target === null ? null : labels.classIds.indexOf(query.target),
    count: query.count,
    kinds: ['delete', 'replace'],
    banned: bannedChanges(session, query.itemId),
  });
  const searchMs = performance.now() - started;
  const found = result.found.map((one) => measure(session, { one, before, content }));
  const sets = found.map(({ changes }) => new Set(changes.map(explainer.changeKey)));
  return {
    found,
    validity: found.length === 0 ? null : found.filter((one) => isFlip(one)).length / found.length,
    diversity: diversity(sets),
    tried: result.tried,
    searchMs,
    failure: found.length > 0 ? null : failureOf(session),
  };
}

/**
 * Changes that a person called nonsense are not proposed again: a word put for another nowhere, a
 * removal not in that item (elsewhere the text may well do without the word).
 */
function bannedChanges({ state, explainer }: LearnSession, item: string): ReadonlySet<string> {
  const { judgements } = standingFeedback(state);
  const nonsense = judgements.filter(({ verdict }) => verdict === 'nonsense');
  const banned = nonsense.flatMap(({ itemId, changes }) =>
    changes
      .map(({ removed, put }) => ({ removed, put: put ?? '' }))
      .filter(({ put }) => put !== '' || itemId === item),
  );
  return new Set(banned.map(explainer.changeKey));
}

interface Measured {
  readonly one: FoundCounterfactual;
  readonly before: Proposal;
  readonly content: ItemContent;
}

function measure(session: LearnSession, { one, before, content }: Measured): Counterfactual {
  const { encoder, encoded } = session;
  const after = propose(session, Float32Array.from(one.probabilities));
  const features = encoder.encode(encoded.encoderState, [one.content]);
  const near = nearestAnswered({ session, features, row: 0, count: PLAUSIBLE_AMONG });
  const changed = one.changes.flatMap(({ removed }) => wordsOf(removed));
  return {
    kind: one.kind,
    content: one.content,
    changes: one.changes,
    before,
    after,
    isProvedMinimal: one.isProvedMinimal,
    measures: {
      sparsity: sparsity(changed),
      proximity: proximity(changed.length, wordsOf(content.text).length),
      plausibility: plausibility(near.map(({ classes }) => sameClasses(classes, after.classes))),
    },
  };
}

function propose({ labels, state }: LearnSession, probabilities: Float32Array): Proposal {
  const { classIds } = labels;
  return proposeFor({ probabilities, row: 0, classIds, mode: state.project.mode });
}

function isFlip({ before, after }: Counterfactual): boolean {
  return !sameClasses(before.classes, after.classes);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu) ?? [];
}

function failureOf({ labels }: LearnSession): string {
  return labels.training.length === 0
    ? 'The model has learned nothing yet: there is no answer to flip.'
    : 'No removal or replacement of words that was tried flips the answer: what is left of the text, or what holds for every item, still speaks for it.';
}
