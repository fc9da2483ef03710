import type { ProjectId } from '../../src/domain/records.ts';
import type { ProjectState } from '../../src/domain/state.ts';
import type { Storage } from '../../src/storage/api.ts';
import type { BrowseScores } from '../api.ts';
import { blindRows, scoresOf } from '../learn/session/browse.ts';
import { collectLabels } from '../learn/session/labels.ts';
import { readLive } from '../learn/session/persistence.ts';
import type { ItemTable } from './item-table.ts';

export interface StoredSource {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly table: ItemTable;
  readonly state: ProjectState;
}

/** The answers that the leading tab wrote down last, where this tab has no learner; null without any. */
export async function storedScores(source: StoredSource): Promise<BrowseScores | null> {
  const { storage, projectId, table, state } = source;
  const live = await readLive(storage, projectId);
  if (!live || live.isSample) return null; // A sample's rows are not the places of the items.
  const { ids, rowOf } = table;
  const given = ids.map((_, row) => table.given.get(row) ?? null);
  const labels = collectLabels({ state, ids, rowOf, given });
  const isSame = labels.classIds.join() === live.classIds.join();
  if (!isSame || labels.training.length === 0) return null;
  const blind = blindRows(state, rowOf);
  return scoresOf({
    probabilities: live.probabilities,
    rows: Math.min(live.rows, ids.length),
    classIds: live.classIds,
    mode: state.project.mode,
    labelled: [...labels.training, ...labels.audit].filter(({ row }) => row < live.rows),
    isHidden: (row) => blind.has(row),
    trainedOn: labels.training.length,
    learnedUpTo: live.learnedUpTo,
  });
}
