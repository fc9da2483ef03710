/** The smallest changes that would flip the answer to one item, with measures. */
import { sameClasses } from '../../../src/domain/classes.ts';
import { contentKey } from '../../../src/domain/content.ts';
import {
  diversity,
  plausibility,
  proximity,
  sparsity,
} from '../../../src/domain/explanation/measures.ts';
import { standingFeedback } from '../../../src/domain/explanation/standing-feedback.ts';
import type { ClassId, ItemContent, ItemId } from '../../../src/domain/records.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import {
  type CounterfactualResult,
  type Donor,
  type FoundCounterfactual,
  toNamed,
} from '../../../src/modalities/explain-contract.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type {
  Counterfactual,
  CounterfactualQuery,
  CounterfactualReport,
  Proposal,
} from '../../api.ts';
import { contentOf } from './explain-item.ts';
import { Unreadable } from './inputs.ts';
import type { LearnSession } from './learn-session.ts';
import { nearestAnswered } from './nearest.ts';

const PLAUSIBLE_AMONG = 5;
const DONORS = 5;

export async function findCounterfactuals(
  storage: Storage,
  session: LearnSession,
  query: CounterfactualQuery,
): Promise<CounterfactualReport> {
  const { encoder, encoded, explainer, learner, labels, state } = session;
  const content = await contentOf(storage, query);
  const tools = session.tools();
  const load = async (one: ItemContent): Promise<unknown> => (await session.inputs([one]))[0];
  const input = await load(content);
  const features = await encoder.encode(encoded.encoderState, [input], tools);
  const before = session.propose(await learner.score(features), 0);
  const started = performance.now();
  const request = {
    content,
    input,
    head: learner.head(),
    mode: state.project.mode,
    target: query.target === null ? null : labels.classIds.indexOf(query.target),
    count: query.count,
    kinds: ['delete', 'replace'] as const,
    banned: bannedChanges(session, query.itemId),
    locked: lockedColumns(session),
    donors: () => findDonors({ storage, session, features, before, except: query.itemId }),
    load,
    tools,
  };
  const result = await explainer.counterfactuals(encoded.encoderState, request);
  const searchMs = performance.now() - started;
  const asked = (await explainer.withoutStrongest?.(encoded.encoderState, request)) ?? null;
  const { target } = query;
  return report(session, { ...result, asked, searchMs, before, content, target });
}

interface Searched extends CounterfactualResult, Omit<Measured, 'one'> {
  readonly asked: FoundCounterfactual | null;
  readonly searchMs: number;
}

async function report(session: LearnSession, searched: Searched): Promise<CounterfactualReport> {
  const { asked, tried, searchMs } = searched;
  const found = await Promise.all(
    searched.found.map((one) => measure(session, { ...searched, one })),
  );
  const isShown = ({ content }: FoundCounterfactual): boolean =>
    found.some((one) => contentKey(one.content) === contentKey(content));
  const question =
    asked && !isShown(asked) ? await measure(session, { ...searched, one: asked }) : null;
  const keyOf = (change: Counterfactual['changes'][number]): string =>
    session.explainer.changeKey(toNamed(change));
  const sets = found.map(({ changes }) => new Set(changes.map(keyOf)));
  return {
    found,
    question,
    validity: found.length === 0 ? null : found.filter((one) => isFlip(one)).length / found.length,
    diversity: diversity(sets),
    tried,
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
      .map(({ removed, put, at }) => ({ removed, put: put ?? '', ...(at ? { at } : {}) }))
      .filter(({ put }) => put !== '' || itemId === item),
  );
  return new Set(banned.map(explainer.changeKey));
}

function lockedColumns({ state }: LearnSession): ReadonlySet<string> {
  const { columns = [] } = state.project.settings;
  return new Set(columns.filter(({ isLocked }) => isLocked).map(({ name }) => name));
}

interface DonorSearch {
  readonly storage: Storage;
  readonly session: LearnSession;
  /** The item to be changed, as its only row. */
  readonly features: Features;
  readonly before: Proposal;
  readonly except: ItemId;
}

/** The nearest answered items whose answer is another one than the model gives now. */
async function findDonors(search: DonorSearch): Promise<readonly Donor<unknown>[]> {
  const { storage, session, features, before, except } = search;
  const { labels, rowOf, inputs } = session;
  const near = nearestAnswered({ session, features, row: 0, except: rowOf.get(except) });
  const others = near
    .filter(({ classes }) => !sameClasses(classes, before.classes))
    .slice(0, DONORS);
  const items = await storage.items.getMany(others.map(({ itemId }) => itemId));
  const contents = items.map((item) => item?.content);
  const donors = await Promise.all(
    others.map(async ({ itemId, classes }, i): Promise<Donor<unknown> | null> => {
      const content = contents[i];
      if (!content) return null;
      const indices = classes.map((id) => labels.classIds.indexOf(id));
      try {
        const [input] = await inputs([content]);
        return { itemId, content, input, classes: indices };
      } catch (error) {
        if (error instanceof Unreadable) return null; // Its file is gone; others may serve.
        throw error;
      }
    }),
  );
  return donors.filter((donor) => donor !== null);
}

interface Measured {
  readonly one: FoundCounterfactual;
  readonly before: Proposal;
  readonly content: ItemContent;
  readonly target: ClassId | null;
}

async function measure(
  session: LearnSession,
  { one, before, content, target }: Measured,
): Promise<Counterfactual> {
  const after = session.propose(Float32Array.from(one.probabilities), 0);
  const features = await session.encode([one.content]);
  const near = nearestAnswered({ session, features, row: 0, count: PLAUSIBLE_AMONG });
  const extent = session.explainer.extentOf(content, one.changes);
  return {
    kind: one.kind,
    content: one.content,
    changes: one.changes,
    before,
    after,
    to: sameClasses(before.classes, after.classes) ? nextBest(after, target) : after.classes,
    isProvedMinimal: one.isProvedMinimal,
    measures: {
      sparsity: sparsity(extent),
      proximity: proximity(extent),
      plausibility: plausibility(near.map(({ classes }) => sameClasses(classes, after.classes))),
    },
  };
}

function nextBest({ all, classes }: Proposal, target: ClassId | null): readonly ClassId[] {
  if (target) return [target];
  const [best] = all
    .filter(({ classId }) => !classes.includes(classId))
    .sort((a, b) => b.probability - a.probability);
  return best ? [best.classId] : [];
}

function isFlip({ before, after }: Counterfactual): boolean {
  return !sameClasses(before.classes, after.classes);
}

function failureOf({ labels }: LearnSession): string {
  return labels.training.length === 0
    ? 'The model has learned nothing yet: there is no answer to flip.'
    : 'No change that was tried flips the answer: what is left of the item, or what holds for every item, still speaks for it.';
}
