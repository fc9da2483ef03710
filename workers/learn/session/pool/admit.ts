/**
 * Where a sample stands for the items (`encoding/sampled.ts`), others become rows for a reason: all
 * that a person has decided on or said something of, since they are learned from, and those that the model doubts most.
 */

import { saidFeedback } from '../../../../src/domain/explanation/standing-feedback.ts';
import type { Item, ItemId } from '../../../../src/domain/records.ts';
import type { ProjectState } from '../../../../src/domain/state.ts';
import type { Storage } from '../../../../src/storage/api.ts';
import { changeRows } from '../encoding/change-rows.ts';
import type { EncodeParts } from '../encoding/encode-items.ts';
import type { EncodedProject } from '../encoding/encoded-project.ts';
import type { LearnSession } from '../learn-session.ts';

export interface AdmitParts extends EncodeParts {
  readonly storage: Pick<Storage, 'items'>;
}

export function admitPartsOf(
  storage: Pick<Storage, 'items'>,
  session: Pick<LearnSession, 'encoder' | 'tryRead' | 'tools'>,
): AdmitParts {
  return { storage, encoder: session.encoder, inputs: session.tryRead, tools: session.tools() };
}

type Rows = ReadonlyMap<ItemId, number>;

/** With a row for every item decided on; the same object where each has one already. */
export async function withDecided(
  parts: AdmitParts,
  encoded: EncodedProject,
  { state, rowOf }: { readonly state: ProjectState; readonly rowOf: Rows },
): Promise<EncodedProject> {
  if (!encoded.sampled) return encoded;
  const ids = [...actedOn(state)].filter((id) => !rowOf.has(id));
  const added = await present(parts, ids);
  return added.length === 0 ? encoded : changeRows(parts, encoded, { kept: null, added });
}

/** With these for the undecided ones that came in this way before. */
export async function withDoubtful(
  parts: AdmitParts,
  encoded: EncodedProject,
  {
    state,
    rowOf,
    ids,
  }: { readonly state: ProjectState; readonly rowOf: Rows; readonly ids: readonly ItemId[] },
): Promise<EncodedProject> {
  const drawn = encoded.sampled?.drawn ?? encoded.ids.length;
  const wanted = new Set([...ids, ...actedOn(state)]);
  const stays = (id: ItemId, row: number): boolean => row < drawn || wanted.has(id);
  const kept = encoded.ids.flatMap((id, row) => (stays(id, row) ? [row] : []));
  const added = await present(
    parts,
    ids.filter((id) => !rowOf.has(id)),
  );
  return changeRows(parts, encoded, { kept, added });
}

/** What a person decided on, or said something of: an edited copy is learned as a pair with its item. */
function actedOn(state: ProjectState): ReadonlySet<ItemId> {
  const said = saidFeedback(state).flatMap((event) =>
    'itemId' in event && event.itemId !== null ? [event.itemId] : [],
  );
  return new Set([...state.labels.keys(), ...said]);
}

/** An item that another device labelled may not have come yet. */
async function present({ storage }: AdmitParts, ids: readonly ItemId[]): Promise<readonly Item[]> {
  if (ids.length === 0) return [];
  return (await storage.items.getMany(ids)).flatMap((item) => item ?? []);
}
