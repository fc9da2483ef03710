/** The same project under the same columns with other rows: some kept, some added behind them. */
import type { Item, ItemId } from '../../../../src/domain/records.ts';
import type { Features } from '../../../../src/modalities/contract.ts';
import type { ReadProblem } from '../inputs.ts';
import { type EncodeParts, encodeItems } from './encode-items.ts';
import { assemble, type EncodedProject } from './encoded-project.ts';
import { createFeatureBuilder, type FeatureBuilder } from './feature-builder.ts';
import { pickRows } from './pick-rows.ts';

export interface RowChange {
  /** Rows that stay, ascending, the drawn ones among them; null = all. */
  readonly kept: readonly number[] | null;
  /** Become rows; none of them is one yet. */
  readonly added: readonly Item[];
}

export async function changeRows(
  parts: EncodeParts,
  encoded: EncodedProject,
  { kept, added }: RowChange,
): Promise<EncodedProject> {
  const rows = kept ?? [...encoded.ids.keys()];
  const builder = createFeatureBuilder(rows.length + added.length);
  keepFeatures(builder, encoded.features, kept);
  const state = encoded.encoderState;
  const stretches = await encodeItems(parts, { state, items: [...added], builder });
  const fresh = assemble({
    features: encoded.features,
    stretches,
    header: { state, fingerprint: encoded.fingerprint },
  });
  return {
    ...encoded,
    features: builder.build(),
    ids: [...rows.map((row) => encoded.ids[row] as ItemId), ...fresh.ids],
    given: [...rows.map((row) => encoded.given[row] ?? null), ...fresh.given],
    unread: joinUnread(encoded.unread, rows, fresh.unread),
  };
}

function keepFeatures(
  builder: FeatureBuilder,
  features: Features,
  kept: readonly number[] | null,
): void {
  builder.add(kept ? pickRows(features, kept) : features);
}

function joinUnread(
  before: EncodedProject['unread'],
  rows: readonly number[],
  fresh: EncodedProject['unread'],
): ReadonlyMap<number, ReadProblem> {
  const unread = new Map<number, ReadProblem>();
  if (before.size > 0)
    for (const [at, row] of rows.entries()) {
      const problem = before.get(row);
      if (problem) unread.set(at, problem);
    }
  for (const [at, problem] of fresh) unread.set(rows.length + at, problem);
  return unread;
}
