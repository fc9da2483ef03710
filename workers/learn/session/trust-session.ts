/** Calibration, promises and routing of one open project. */

import type { Item, ItemId } from '../../../src/domain/records.ts';
import type { CalibrationMap } from '../../../src/domain/trust/calibration/map.ts';
import type { RoutedItem } from '../../../src/domain/trust/decisions.ts';
import { classWeights } from '../../../src/domain/trust/order-score.ts';
import { routingOf } from '../../../src/domain/trust/settings.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { RoutingPlan, TrustReport } from '../../trust-api.ts';
import { auditRows } from '../trust/audited.ts';
import { calibrationOf } from '../trust/calibration.ts';
import { planFor } from '../trust/plan.ts';
import { decisionGrounds, type TrustSource, trustReport } from '../trust/report.ts';
import { familiarity } from '../trust/unlike.ts';
import type { LearnSession } from './learn-session.ts';
import { leftToPeople } from './left-to-people.ts';

export async function trustOf(storage: Storage, session: LearnSession): Promise<TrustReport> {
  return trustReport({
    ...sourceOf(session),
    leftToPeople: await leftToPeople(storage, session),
  });
}

/** The map that the audit answers speak for, of what a model says of the rows; without any answer, none. */
export function calibrationFor(
  session: LearnSession,
  probabilities: Float32Array = session.learner.probabilities,
): CalibrationMap {
  const source = { ...sourceOf(session), probabilities };
  return calibrationOf(auditRows(source), source.mode, source.weights).map;
}

/** Items that are not read in yet are left out; those that cannot be read go to people. */
export async function planRoutes(
  storage: Storage,
  session: LearnSession,
  itemIds: readonly ItemId[],
): Promise<RoutingPlan> {
  const strangers = itemIds.filter((id) => !session.rowOf.has(id));
  if (session.encoded.sampled && strangers.length > 0) await session.admitDoubtful(strangers);
  const source = { ...sourceOf(session), leftToPeople: await leftToPeople(storage, session) };
  const { calibration, thresholds, promise, audits } = decisionGrounds(source);
  const { state, encoded, vectors, rowOf, status } = session;
  const here = (await storage.items.getMany(itemIds)).flatMap((item) => {
    const row = item && rowOf.get(item.id);
    return row === undefined || !item ? [] : [{ item, row }];
  });
  const found = here.filter(({ row }) => !encoded.unread.has(row));
  const unread = here.filter(({ row }) => encoded.unread.has(row)).map(toPeople);
  const arriving = new Set(found.map(({ row }) => row));
  const known = encoded.ids.flatMap((_, row) => (arriving.has(row) ? [] : [row]));
  const { level, project } = state;
  const familiar = familiarity(vectors, known, project.seed);
  const items = planFor(
    { ...source, level, calibration, thresholds, seed: project.seed, familiar },
    found,
  );
  const { accept, groups = [] } = source.settings;
  const promised =
    accept.kind === 'promise' ? { mostWrong: accept.mostWrong, certainty: accept.certainty } : null;
  const basis = {
    model: state.lastEventId,
    checkpoint: status.checkpoint,
    level,
    thresholds,
    promise: promise?.kind === 'kept' ? promised : null,
    audits,
    calibration,
    ...(groups.length > 0 ? { groups } : {}),
  };
  return { items: [...items, ...unread], basis };
}

function toPeople({ item }: { readonly item: Item }): RoutedItem {
  const reason = { kind: 'unread' } as const;
  return { itemId: item.id, classes: [], probability: 0, route: 'review', reason };
}

function sourceOf({ labels, learner, state }: LearnSession): Omit<TrustSource, 'leftToPeople'> {
  const { mode } = state.project;
  const { classIds, audit, candidates, training } = labels;
  const counts = classIds.map(
    (_, c) => training.filter(({ classes }) => classes.includes(c)).length,
  );
  return {
    audit,
    probabilities: learner.probabilities,
    classes: classIds.length,
    mode,
    classIds,
    candidates,
    settings: routingOf(state.project),
    weights: classWeights(counts, learner.precisions().balance),
  };
}
